import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inBoth } from '../domain/sentence.js';
import type { Settings } from '../config/settings.js';
import { openRecord, type RecordDb, type RecordPlace } from '../record/database.js';
import { type Copied, copyRecord } from '../record/move/copy-record.js';
import { markFolderMoved, markServerMoved, unmarkFolder, unmarkServer } from '../record/move/refuse-moved.js';
import { readProcesses } from '../record/processes.js';
import { refusal } from '../record/refusal.js';
import type { Db } from '../record/schema.js';
import { describeServer } from '../record/server/describe-server.js';
import { startWords } from './start-words.js';
import { takeInstanceLock } from './local/instance-lock.js';

export interface MoveOrder {
  readonly settings: Pick<Settings, 'home' | 'database'>;
  /** `postgres://…`, or the data folder whose `record/` is to hold it. */
  readonly to: string;
  readonly now: () => Date;
  /** Told of each table that had rows. */
  readonly tell: (table: string, rows: number) => void;
}

export interface Moved extends Copied {
  readonly from: string;
  readonly to: string;
}

/** Twice the time between two beats of a living worker (presence.ts). */
const listenMs = 11_000;

/**
 * Moves the record of the settings, while no office runs on it. All or nothing: interrupted, it is begun again, and what
 * was moved completely is only marked.
 */
export async function moveRecord({ settings, to, now, tell }: MoveOrder): Promise<Moved> {
  const source = placeOf(settings);
  const target = targetOf(to);
  const [from, destination] = [nameOf(source), nameOf(target)];
  if (from === destination) throw refusal(inBoth(startWords, ({ samePlace }) => samePlace(from)));
  if ('folder' in source && !existsSync(join(source.folder, 'data')))
    throw refusal(inBoth(startWords, ({ nothingToMove }) => nothingToMove(source.folder)));
  const lock = takeInstanceLock(settings.home);
  const open: RecordDb[] = [];
  const opened = async (place: RecordPlace): Promise<Db> => {
    const record = await openRecord(place, { now: now().toISOString(), evenIfMoved: true });
    open.push(record);
    return record.db;
  };
  try {
    const old = await opened(source);
    if (!('folder' in source)) await refuseWhileUsed(old, from);
    const fresh = await opened(target);
    const copied = await copyRecord(old, fresh, (table, rows) => {
      if (rows > 0) tell(table, rows);
    });
    if ('folder' in target) unmarkFolder(target.folder);
    else await unmarkServer(fresh);
    const mark = { destination, at: now().toISOString() };
    if ('folder' in source) markFolderMoved(source.folder, mark);
    else await markServerMoved(old, mark);
    return { ...copied, from, to: destination };
  } finally {
    for (const record of open.toReversed()) await record.close();
    lock.release();
  }
}

function placeOf({ home, database }: MoveOrder['settings']): RecordPlace {
  return database === undefined ? { folder: join(home, 'record') } : { connectionString: database.url };
}

function targetOf(to: string): RecordPlace {
  return /^postgres(ql)?:\/\//.test(to) ? { connectionString: to } : { folder: join(resolve(to), 'record') };
}

function nameOf(place: RecordPlace): string {
  return 'folder' in place ? place.folder : describeServer(place.connectionString);
}

/** A worker on another machine holds no lock that we could see; it beats. */
async function refuseWhileUsed(db: Db, from: string): Promise<void> {
  const before = await readProcesses(db);
  if (before.length === 0) return;
  await pause(listenMs);
  const alive = (await readProcesses(db)).find(({ bootId, beats }) =>
    before.every((known) => known.bootId !== bootId || known.beats !== beats),
  );
  if (alive) throw refusal(inBoth(startWords, ({ usedElsewhere }) => usedElsewhere(from, alive.host, alive.pid)));
}
