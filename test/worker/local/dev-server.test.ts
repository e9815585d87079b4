import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { startDevServer, type DevServer, type DevServerOptions } from '../../../worker/local/dev-server.js';
import { identifyProcess } from '../../../worker/local/process-identity.js';
import { prepareNamespace } from '../../../worker/local/prepare-namespace.js';
import { cachedTemporal } from './cached-binaries.js';

const root = mkdtempSync(join(tmpdir(), 'shuangyue-engine-'));
const namespace = 'shuangyue';
const searchAttributes = { Campaign: 'Keyword', TaskNumber: 'Int', DueAt: 'Datetime' } as const;
const running: DevServer[] = [];
let binary: string;

const optionsFor = (folder: string): DevServerOptions => ({
  binary,
  dataDir: join(root, folder),
  port: 0,
  uiPort: 0,
  namespace,
  retentionDays: 400,
  searchAttributes,
  logFile: join(root, folder, 'temporal.log'),
});

const start = async (options: DevServerOptions): Promise<DevServer> => {
  const server = await startDevServer(options);
  running.push(server);
  return server;
};

const withClient = async <T>({ address }: DevServer, work: (client: Client) => Promise<T>): Promise<T> => {
  const connection = await Connection.connect({ address });
  return work(new Client({ connection, namespace })).finally(() => connection.close());
};

const retentionDays = async (client: Client): Promise<number> => {
  const { config } = await client.workflowService.describeNamespace({ namespace });
  return Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400;
};

const open = (client: Client, workflowId: string) =>
  client.workflow.start('task', { taskQueue: 'nobody', workflowId, workflowRunTimeout: '1 day' });

const statusOf = async (client: Client, workflowId: string): Promise<string> =>
  (await client.workflow.getHandle(workflowId).describe()).status.name;

beforeAll(async () => {
  binary = await cachedTemporal();
}, 300_000);

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(root, { recursive: true, force: true });
});

describe('a started engine', () => {
  let server: DevServer;

  beforeAll(async () => {
    server = await start(optionsFor('steady'));
  });

  it('keeps finished runs for 400 days', async () => {
    expect(await withClient(server, retentionDays)).toBe(400);
  });

  it.each(["Campaign = 'demo'", 'TaskNumber > 17', "DueAt < '2026-03-03T17:00:00+08:00'"])(
    'answers the query %s',
    async (query) => {
      expect((await withClient(server, (client) => client.workflow.count(query))).count).toBe(0);
    },
  );

  it('takes a workflow at once', async () => {
    await withClient(server, (client) => open(client, 'demo/task/017'));
    expect(await withClient(server, (client) => statusOf(client, 'demo/task/017'))).toBe('RUNNING');
  });

  it('shows its pages', async () => {
    expect((await fetch(server.uiUrl)).status).toBe(200);
  });

  it('takes new attributes and a new retention later', async () => {
    const plan = {
      namespace,
      retentionDays: 500,
      searchAttributes: { ...searchAttributes, Party: 'Keyword' },
    } as const;
    await withClient(server, (client) => prepareNamespace(client.connection, plan));
    expect(await withClient(server, retentionDays)).toBe(500);
  });

  it('leads its own process group, out of reach of Ctrl-C', () => {
    expect(process.kill(-server.pid, 0)).toBe(true);
  });

  it.each([
    ['port', 'TEMPORAL_PORT'],
    ['uiPort', 'TEMPORAL_UI_PORT'],
  ])('makes a second one on its %s refused by name', async (key, setting) => {
    const taken = Number(new URL(key === 'port' ? `http://${server.address}` : server.uiUrl).port);
    const second = startDevServer({ ...optionsFor('second'), [key]: taken });
    await expect(second).rejects.toThrow(new RegExp(`端口 ${taken}.*${setting}`));
  });
});

describe('an engine that ends', () => {
  it('has everything again after a restart', async () => {
    const first = await start(optionsFor('restart'));
    await withClient(first, (client) => open(client, 'demo/task/001'));
    await first.stop();
    const second = await start(optionsFor('restart'));
    expect(await withClient(second, (client) => statusOf(client, 'demo/task/001'))).toBe('RUNNING');
    expect(await withClient(second, retentionDays)).toBe(400);
  });

  it('leaves no process when stopped, twice if need be', async () => {
    const server = await start(optionsFor('stopped'));
    await Promise.all([server.stop(), server.stop()]);
    expect(identifyProcess(server.pid)).toBeUndefined();
    expect(await server.exited).toEqual({ code: 0, signal: null });
  });

  it('says so when it is killed', async () => {
    const server = await start(optionsFor('killed'));
    process.kill(server.pid, 'SIGKILL');
    expect(await server.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('says why when it cannot start', async () => {
    const options = { ...optionsFor('wrong'), extraArgs: ['--no-such-flag'] };
    await expect(startDevServer(options)).rejects.toThrow(/no-such-flag/);
  });
});

describe('a leftover of a start that was killed', () => {
  it('is ended and its work goes on', async () => {
    const leftover = await start(optionsFor('leftover'));
    await withClient(leftover, (client) => open(client, 'demo/task/002'));
    const next = await start(optionsFor('leftover'));
    expect(identifyProcess(leftover.pid)).toBeUndefined();
    expect(await withClient(next, (client) => statusOf(client, 'demo/task/002'))).toBe('RUNNING');
  });

  it('is not a stranger who was given its pid', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const options = optionsFor('stranger');
    await (await start(options)).stop();
    writeFileSync(join(options.dataDir, 'temporal.pid'), String(stranger.pid));
    await start(options);
    expect(identifyProcess(stranger.pid ?? 0)?.command).toContain('setInterval');
    stranger.kill();
  });
});
