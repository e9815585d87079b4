import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { type Activities, createActivities } from '../activities/activities.js';
import type { Deps } from '../activities/deps.js';
import { engineAttributes } from '../bin/engine-attributes.js';
import { readHolidays } from '../config/holidays.js';
import { readSettings } from '../config/settings.js';
import type { Mailbox } from '../mail/imap/mailbox.js';
import { createPostbox, type Postbox } from '../mail/send/postbox.js';
import { openRecord } from '../record/database.js';
import { folderStore } from '../record/files.js';
import type { Db } from '../record/schema.js';
import { Closing } from '../worker/closing.js';
import { startDevServer } from '../worker/local/dev-server.js';
import { findTemporal } from '../worker/local/temporal-binary.js';
import { createWorkers } from '../worker/worker.js';
import { workflowBundle } from '../worker/workflow-bundle.js';
import { type Floor, openFloor } from './floor/floor.js';
import { openSink, type Sink } from './sink.js';

/** An office of its own on a real engine: record, worker, postbox, in a home that goes with `close`. */
export interface Stand {
  readonly client: Client;
  readonly db: Db;
  readonly deps: Deps;
  readonly postbox: Postbox;
  readonly sink: Sink;
  readonly connection: NativeConnection;
  readonly close: () => Promise<void>;
}

const namespace = 'shuangyue';

export interface StandOptions {
  /** Sees every activity before it is run. */
  readonly watching?: (activities: Activities) => Activities;
  readonly mailbox?: Mailbox;
}

export async function openStand({ watching = (all) => all, mailbox }: StandOptions = {}): Promise<Stand> {
  const closing = new Closing();
  const home = mkdtempSync(join(tmpdir(), 'shuangyue-bench-'));
  closing.later({ close: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) });
  try {
    const { address } = closing.later(asClosable(await startEngine(home)));
    const sink = closing.later(await openSink());
    const record = closing.later(await openRecord({ folder: join(home, 'record') }, { now: new Date().toISOString() }));
    const connection = closing.later(await Connection.connect({ address }));
    const client = new Client({ connection, namespace });
    const postbox = closing.later(createPostbox({ url: sink.url }));
    const deps = depsOf(home, { db: record.db, client, postbox, ...(mailbox && { mailbox }) });
    const native = closing.later(await NativeConnection.connect({ address }));
    const workers = await createWorkers({
      connection: native,
      namespace,
      activities: watching(createActivities(deps)),
      workflowBundle: await workflowBundle(readSettings().cacheFolder),
    });
    const stopped = workers.run();
    closing.later({ close: () => (workers.shutdown(), stopped) });
    return { client, db: record.db, deps, postbox, sink, connection: native, close: () => closing.close() };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** Office and floor on one engine, in one process, with one postbox. */
export interface PairedStand extends Stand {
  readonly floor: Floor;
}

export async function openPairedStand(options?: StandOptions): Promise<PairedStand> {
  const stand = await openStand(options);
  const floor = await openFloor(stand.client, stand.connection, namespace);
  return { ...stand, floor, close: () => floor.close().finally(stand.close) };
}

async function startEngine(home: string) {
  const { cacheFolder, temporal } = readSettings();
  return startDevServer({
    binary: await findTemporal({ cli: temporal.cli, cacheDir: cacheFolder, report: () => undefined }),
    dataDir: join(home, 'temporal'),
    logFile: join(home, 'temporal.log'),
    namespace,
    retentionDays: 400,
    searchAttributes: engineAttributes,
    port: 0,
    uiPort: 0,
  });
}

function asClosable<T extends { readonly stop: () => Promise<void> }>(
  part: T,
): T & { readonly close: () => Promise<void> } {
  return { ...part, close: part.stop };
}

function depsOf(home: string, parts: Pick<Deps, 'db' | 'client' | 'postbox' | 'mailbox'>): Deps {
  return {
    ...parts,
    files: folderStore(join(home, 'files')),
    holidays: readHolidays(undefined),
    office: {
      domain: 'shuangyue.example',
      from: 'zqb@ln.example',
      publicUrl: 'http://localhost',
      secret: 'bench'.repeat(8),
    },
    bootId: 'bench',
    outFolder: join(home, 'out'),
    now: () => new Date(),
  };
}
