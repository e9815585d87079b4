import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from '../config/settings.js';
import { inBoth, saidIn, type Sentence } from '../domain/sentence.js';
import { startWords } from './start-words.js';
import { openRecord, type RecordDb, type RecordPlace } from '../record/database.js';
import { wasFolderMoved } from '../record/move/refuse-moved.js';
import { refusal } from '../record/refusal.js';
import { isServerAway } from '../record/server/server-away.js';

const shortestMs = 1_000;
const longestMs = 10_000;

/**
 * The record of the settings. A server that is away is waited for, as long as it takes, since it may start after us;
 * `onWaiting` hears why, once for each reason. What only a person can mend is thrown.
 */
export async function openOfficeRecord(
  settings: Pick<Settings, 'home' | 'database'>,
  now: () => Date,
  onWaiting: (sentence: Sentence) => void,
): Promise<RecordDb> {
  const place = placeOf(settings);
  let told = '';
  for (let waitMs = shortestMs; ; waitMs = Math.min(longestMs, waitMs * 2)) {
    try {
      return await refusingForgotten(await openRecord(place, { now: now().toISOString() }), settings);
    } catch (error) {
      if (!isServerAway(error)) throw error;
      if (error.message !== told) onWaiting(waitingFor(error));
      told = error.message;
      await pause(waitMs);
    }
  }
}

function waitingFor(error: Error): Sentence {
  const { zh, en } = startWords;
  return { zh: zh.waits(error.message), en: en.waits(saidIn('en', error)) };
}

function placeOf({ home, database }: Pick<Settings, 'home' | 'database'>): RecordPlace {
  if (database === undefined) return { folder: join(home, 'record') };
  return { connectionString: database.url, poolSize: database.poolSize };
}

/** Only the setting was changed: an office would begin from nothing, and not know its own letters any more. */
async function refusingForgotten(record: RecordDb, { home, database }: Pick<Settings, 'home' | 'database'>) {
  const folder = join(home, 'record');
  if (database === undefined || !existsSync(join(folder, 'data')) || wasFolderMoved(folder)) return record;
  const known = await record.db.selectFrom('campaign').select('id').limit(1).executeTakeFirst();
  if (known !== undefined) return record;
  await record.close();
  throw refusal(inBoth(startWords, ({ recordForgotten }) => recordForgotten(folder)));
}
