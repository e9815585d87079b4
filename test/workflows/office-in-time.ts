import { Context } from '@temporalio/activity';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { createActivities } from '../../activities/activities.js';
import type { Deps } from '../../activities/deps.js';
import { startOnce } from '../../activities/start-options.js';
import { type Cadence, defaultCadence } from '../../domain/cadence.js';
import type { Register } from '../../domain/register.js';
import type { Postbox } from '../../mail/send/postbox.js';
import { saveCampaign } from '../../record/campaigns.js';
import { storeAnswers } from '../../record/store-answers.js';
import * as api from '../../workflows/api.js';
import { createWorkers } from '../../worker/worker.js';
import { workflowBundle } from '../../worker/workflow-bundle.js';
import { openTestRecord, type TestRecord } from '../record/open-test-record.js';
import { startServerInTime } from './server-in-time.js';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Posted {
  readonly to: readonly string[];
  readonly raw: string;
}

/**
 * The year 2030 without holidays: the server's clock starts today and only goes forward.
 * The real workflows, activities and record on the time-skipping server; letters are collected instead of sent. */
export interface OfficeInTime {
  readonly env: TestWorkflowEnvironment;
  readonly client: Client;
  readonly record: TestRecord;
  readonly posted: Posted[];
  /** Lets time pass until this instant. */
  readonly until: (instant: string) => Promise<void>;
  readonly answer: (task: number, round: string, party: string) => Promise<api.Accounted>;
  /** Where bulletins and histories are laid down. */
  readonly outFolder: string;
  readonly close: () => Promise<void>;
}

export const campaign = 'sample-2030';

export async function openOfficeInTime(
  register: Register,
  { cadence = defaultCadence, startsAt = '2030-01-07T01:00:00Z' }: { cadence?: Cadence; startsAt?: string } = {},
): Promise<OfficeInTime> {
  const env = await startServerInTime();
  const client = new Client({ connection: env.connection, namespace: env.namespace ?? 'default' });
  const record = await openTestRecord();
  const posted: Posted[] = [];
  const until = async (instant: string) => {
    const left = Date.parse(instant) - (await env.currentTimeMs());
    if (left > 0) await env.sleep(left);
  };
  const deps: Deps = {
    db: record.db,
    files: record.files,
    client,
    postbox: collecting(posted),
    holidays: { years: [2029, 2030, 2031], off: {}, work: {} },
    office: {
      domain: 'shuangyue.example',
      from: 'zqb@ln.example',
      publicUrl: 'http://localhost',
      secret: 's'.repeat(32),
    },
    bootId: 'test',
    outFolder: join(record.folder, '..', 'out'),
    now: virtualNow,
  };
  const workers = await createWorkers({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    activities: createActivities(deps),
    workflowBundle: await workflowBundle(join(tmpdir(), 'shuangyue-test')),
  });
  const running = workers.run();
  await until(startsAt);
  await start(deps, register, cadence, startsAt);
  return {
    env,
    client,
    record,
    posted,
    until,
    outFolder: deps.outFolder,
    answer: async (task, round, party) => {
      const receivedAt = new Date(await env.currentTimeMs()).toISOString();
      const key = { campaign, task, round, answerId: `${party}-${task}-${receivedAt}` };
      await storeAnswers(record.db, [
        {
          ...key,
          party,
          channel: 'reply',
          by: 'x@y.z',
          receivedAt,
          content: { figures: [], rating: 'onTrack' },
          questions: [],
        },
      ]);
      const handle = client.workflow.getHandle(api.ids.task(campaign, task));
      return handle.executeUpdate(api.answerUpdate, { args: [{ round, answerId: key.answerId, party, receivedAt }] });
    },
    close: async () => {
      workers.shutdown();
      await running;
      await env.teardown();
      await record.close();
    },
  };
}

/** Activities run in the server's time, not in ours. */
function virtualNow(): Date {
  return new Date(Context.current().info.currentAttemptScheduledTimestampMs);
}

function collecting(posted: Posted[]): Postbox {
  return {
    deliver: async ({ raw, envelope }) => {
      posted.push({ to: envelope.to, raw: raw.toString() });
      return { accepted: envelope.to, refused: [], response: '250 ok' };
    },
    close: () => undefined,
  };
}

async function start({ client, db }: Deps, register: Register, cadence: Cadence, anchoredAt: string): Promise<void> {
  await db.transaction().execute((trx) =>
    saveCampaign(trx, {
      id: campaign,
      year: 2030,
      register,
      cadence,
      quietDays: [],
      registerHash: 'x',
      anchoredAt,
      by: 'zqb1',
    }),
  );
  await client.workflow.start(api.workflowTypes.campaign, {
    ...startOnce,
    workflowId: api.ids.campaign(campaign),
    args: [{ campaign, title: register.campaign.title }],
  });
}
