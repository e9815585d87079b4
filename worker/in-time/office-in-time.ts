import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { Client, type Connection, type ConnectionPlugin } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { createActivities } from '../../activities/activities.js';
import type { Deps, OfficeAddress } from '../../activities/deps.js';
import type { HolidayData } from '../../domain/cadence.js';
import type { Postbox } from '../../mail/send/postbox.js';
import { countWaiting, standingsNow } from '../../record/board.js';
import { openRecordInMemory } from '../../record/record-in-memory.js';
import { createWebOffice } from '../../web/office/web-office.js';
import type { WebDeps } from '../../web/web-deps.js';
import { Closing } from '../closing.js';
import { createWorkers } from '../worker.js';
import { workflowBundle } from '../workflow-bundle.js';
import { searchAttributes } from '../../workflows/api.js';
import { filesInMemory } from './files-in-memory.js';
import { numberByKey } from './number-by-key.js';
import { openRehearsedTime } from './rehearsed-time.js';

export interface OfficeInTimePlan {
  /** The time-skipping test server. */
  readonly server: string;
  readonly cacheFolder: string;
  readonly holidays: HolidayData;
  readonly office: OfficeAddress;
  readonly postbox: Postbox;
  /** Epoch milliseconds. */
  readonly startsAt: number;
}

/** The office's real workflows, activities and record, in memory and in a time of their own. */
export interface OfficeInTime {
  readonly deps: Deps;
  readonly connection: Connection;
  /** What the client would read and order through the web. */
  readonly web: WebDeps;
  /** Which tasks are asked of whom in the round that is run. */
  readonly asked: (campaign: string) => ReturnType<typeof standingsNow>;
  /** How much waits for a coordinator. */
  readonly waiting: (campaign: string) => ReturnType<typeof countWaiting>;
  /** Lets time pass to this instant (epoch milliseconds) and all be done that is due by then. */
  readonly until: (at: number) => Promise<void>;
  /** How much has been done so far: where it is no more than before, nothing has happened. */
  readonly worked: () => number;
  /** Rejects when the workers fail. */
  readonly failed: Promise<never>;
  readonly close: () => Promise<void>;
}

const namespace = 'default';
const nothing = (): void => undefined;

/**
 * The test server hangs up on who asks more than once in five minutes whether it lives; a call to let time pass that is
 * cut off so leaves its clock running by itself.
 */
const seldomPinging: ConnectionPlugin = {
  name: 'seldom-pinging',
  configureConnection: (options) => ({
    ...options,
    channelArgs: { ...options.channelArgs, 'grpc.keepalive_time_ms': 24 * 3_600_000 },
  }),
};

/** Opens it; nothing of it is reached from outside, and nothing is left when it is closed. */
export async function openOfficeInTime(plan: OfficeInTimePlan): Promise<OfficeInTime> {
  const { server, cacheFolder, holidays, office, postbox, startsAt } = plan;
  const closing = new Closing();
  try {
    // The server starts in its own process while the record is opened in this one.
    const starting = TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: server } },
      plugins: [seldomPinging],
    });
    // Said when it is waited for.
    starting.catch(nothing);
    closing.later({ close: () => starting.then((env) => env.teardown(), nothing) });
    const bundle = await workflowBundle(cacheFolder, [clockModule()]);
    const record = closing.later(await openRecordInMemory(cacheFolder));
    await numberByKey(record.db);
    const outFolder = await mkdtemp(join(tmpdir(), 'shuangyue-rehearsal-'));
    closing.later({ close: () => rm(outFolder, { recursive: true, force: true }) });
    const env = await starting;
    await defineSearchAttributes(env);
    const time = openRehearsedTime(env, startsAt);
    const client = new Client({ connection: env.connection, namespace });
    const { db } = record;
    const deps: Deps = {
      db,
      files: filesInMemory(),
      client,
      postbox,
      holidays,
      office,
      bootId: 'rehearsal',
      outFolder,
      now: time.now,
    };
    const workers = await createWorkers({
      connection: env.nativeConnection,
      namespace,
      activities: createActivities(deps),
      workflowBundle: bundle,
      around: [time.activities],
    });
    await time.until(startsAt);
    const stopped = workers.run();
    closing.later({ close: () => (workers.shutdown(), stopped) });
    const failed = stopped.then(() => new Promise<never>(() => undefined));
    failed.catch(nothing);
    return {
      deps,
      web: createWebOffice({ ...deps, secret: office.secret }),
      connection: env.connection,
      asked: (campaign) => standingsNow(db, campaign),
      waiting: (campaign) => countWaiting(db, campaign),
      until: time.until,
      worked: time.worked,
      failed,
      close: () => closing.close(),
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** Compiled beside this file when built, the source itself under the test runner. */
function clockModule(): string {
  const compiled = fileURLToPath(new URL('./office-clock.js', import.meta.url));
  return existsSync(compiled) ? compiled : fileURLToPath(new URL('./office-clock.ts', import.meta.url));
}

async function defineSearchAttributes({ connection }: TestWorkflowEnvironment): Promise<void> {
  const types = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;
  const named = Object.values(searchAttributes).map(({ name, type }) => [name, types[type]]);
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(named),
  });
}
