import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { withOffice, type OfficeAddress } from '../../client/connect.js';
import { wordsIn } from '../../client/words.js';
import { startDevServer, type DevServer } from '../../worker/local/dev-server.js';
import { pauseUpdate } from '../../workflows/api.js';
import { cachedTemporal } from '../worker/local/cached-binaries.js';

const folder = mkdtempSync(join(tmpdir(), 'client-'));
const namespace = 'shuangyue';
let engine: DevServer;
let where: OfficeAddress;

beforeAll(async () => {
  engine = await startDevServer({
    binary: await cachedTemporal(),
    dataDir: folder,
    port: 0,
    uiPort: 0,
    namespace,
    retentionDays: 400,
    searchAttributes: { Campaign: 'Keyword' },
    logFile: join(folder, 'temporal.log'),
  });
  const patience = { connectMs: 5_000, acceptMs: 1_000, carryOutMs: 1_000 };
  where = { address: engine.address, namespace, words: wordsIn('zh'), invokedAt: new Date(0), patience };
}, 300_000);

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the office in a real engine, without a worker', () => {
  const input = { campaign: 'small-2026', title: '质量提升行动' };

  it('starts a campaign once', async () => {
    expect(await withOffice(where, (office) => office.startCampaign(input))).toBe('started');
    expect(await withOffice(where, (office) => office.startCampaign(input))).toBe('running');
  });

  it('says that nobody answers an order', async () => {
    const ordered = withOffice(where, (office) => office.order('small-2026/campaign', pauseUpdate, { by: 'zqb1' }));
    await expect(ordered).rejects.toMatchObject({ name: 'Mistake', message: expect.stringContaining('1 秒') });
  });

  it('names what does not run', async () => {
    const ordered = withOffice(where, (office) => office.order('other/campaign', pauseUpdate, { by: 'zqb1' }));
    await expect(ordered).rejects.toMatchObject({
      name: 'Mistake',
      message: expect.stringContaining('other/campaign'),
    });
  });

  it('does not start an ended campaign again', async () => {
    const connection = await Connection.connect({ address: engine.address });
    await new Client({ connection, namespace }).workflow.getHandle('small-2026/campaign').terminate();
    await connection.close();
    expect(await withOffice(where, (office) => office.startCampaign(input))).toBe('ended');
    const ordered = withOffice(where, (office) => office.order('small-2026/campaign', pauseUpdate, { by: 'zqb1' }));
    await expect(ordered).rejects.toMatchObject({ name: 'Mistake', message: expect.stringContaining('不在运行') });
  });

  it('names the namespace that is not there', async () => {
    const asked = withOffice({ ...where, namespace: 'other' }, (office) => office.startCampaign(input));
    await expect(asked).rejects.toMatchObject({ name: 'Mistake', message: expect.stringContaining('other') });
  });
});

describe('an engine that is not there', () => {
  it('is named with its address', async () => {
    const patience = { connectMs: 500, acceptMs: 500, carryOutMs: 500 };
    const asked = withOffice({ ...where, address: '127.0.0.1:9', patience }, (office) => office.progress('demo'));
    await expect(asked).rejects.toMatchObject({ name: 'Mistake', message: expect.stringContaining('127.0.0.1:9') });
  });
});
