import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Activities } from '../../activities/activities.js';
import type { ArrivedTogether, TogetherVerdict } from '../../activities/intake/judge-together.js';
import { startOnce } from '../../activities/start-options.js';
import { createWorkers } from '../../worker/worker.js';
import { workflowBundle } from '../../worker/workflow-bundle.js';
import * as api from '../../workflows/api.js';
import { holds } from '../eventually.js';
import { startServerInTime } from './server-in-time.js';

type Mails = Pick<ArrivedTogether, 'mails'>;

/** A campaign's mails are called by it: a1, a2, b1. Two of them are judged in a pass. */
const verdictOf = (mails: readonly string[]): TogetherVerdict => {
  const [campaign = '', ...others] = new Set(mails.map((mail) => mail.slice(0, 1)));
  return {
    judged: mails.length,
    headlines: mails.map((mail) => `${mail}报送1项`),
    more: 0,
    apart: 0,
    answers: mails.length,
    receipts: mails.length,
    ...(others.length === 0 && { campaign }),
  };
};

describe('arrivals that are judged in several passes', () => {
  let env: TestWorkflowEnvironment;
  let close: () => Promise<void>;
  const said: string[] = [];
  const note = (what: string, mails: readonly string[]) => said.push(`${what} ${mails.join()}`);
  let relay = Promise.resolve();

  beforeAll(async () => {
    env = await startServerInTime();
    const activities: Pick<Activities, 'judgeTogether' | 'deliverTogether' | 'sendReceipts'> = {
      judgeTogether: async ({ mails }: Mails) => {
        note('judge', mails);
        return verdictOf(mails.slice(0, 2));
      },
      deliverTogether: async ({ mails }: Mails) => void note('deliver', mails),
      sendReceipts: async ({ mails }: Mails) => {
        await relay;
        note('acknowledge', mails);
        return mails.length;
      },
    };
    const workers = await createWorkers({
      connection: env.nativeConnection,
      namespace: env.namespace ?? 'default',
      activities: activities as unknown as Activities,
      workflowBundle: await workflowBundle(join(tmpdir(), 'shuangyue-test')),
    });
    const running = workers.run();
    close = async () => {
      workers.shutdown();
      await running;
      await env.teardown();
    };
  });
  afterAll(() => close());

  const arrive = async (...mails: readonly string[]) => {
    said.length = 0;
    const { workflow } = new Client({ connection: env.connection, namespace: env.namespace ?? 'default' });
    const handle = await workflow.start(api.workflowTypes.arrivals, {
      ...startOnce,
      workflowId: api.ids.arrivals(mails.join('')),
      args: [{ mails }],
    });
    return {
      ended: () => handle.result(),
      campaign: async () => (await handle.describe()).typedSearchAttributes.get(api.searchAttributes.campaign),
    };
  };

  it('reach their tasks after each pass, and wait for no receipt', async () => {
    let open = (): void => undefined;
    relay = new Promise((resolve) => {
      open = resolve;
    });
    const { ended, campaign } = await arrive('a1', 'a2', 'a3', 'a4', 'a5');
    await holds('all delivered', async () => said.includes('deliver a5'));
    expect(said).toEqual([
      'judge a1,a2,a3,a4,a5',
      'deliver a1,a2',
      'judge a3,a4,a5',
      'deliver a3,a4',
      'judge a5',
      'deliver a5',
    ]);
    open();
    await ended();
    expect(said.slice(6).toSorted()).toEqual(['acknowledge a1,a2', 'acknowledge a3,a4', 'acknowledge a5']);
    expect(await campaign()).toBe('a');
  });

  it('are found by no campaign once they belong to two', async () => {
    relay = Promise.resolve();
    const { ended, campaign } = await arrive('a1', 'a2', 'b1', 'b2', 'a3');
    await ended();
    expect(await campaign()).toBeUndefined();
  });
});
