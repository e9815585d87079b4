import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { engineAttributes } from '../../bin/engine-attributes.js';
import { workerEnvironment } from '../../bin/worker-environment.js';
import { startWorkerProcess, type WorkerProcess } from '../../bin/worker-process.js';
import { type Board, openBoard } from '../../client/board.js';
import { withOffice } from '../../client/connect.js';
import type { Office } from '../../client/office.js';
import { startCampaign, type StartOutcome } from '../../client/start-campaign.js';
import { wordsIn } from '../../client/words.js';
import { projectRoot } from '../../config/project-root.js';
import { readSettings } from '../../config/settings.js';
import type { BriskCadence } from '../../domain/cadence.js';
import type { Register } from '../../domain/register.js';
import { openRecord, type RecordDb } from '../../record/database.js';
import type { Db } from '../../record/schema.js';
import { type DevServer, startDevServer } from '../../worker/local/dev-server.js';
import { freePort } from '../../worker/local/free-port.js';
import { cachedTemporal } from '../worker/local/cached-binaries.js';
import { openRelay, type Relay } from './relay.js';

/** The stack as it runs at an office: engine, worker process and record, in a folder of its own. */
export interface RealOffice {
  readonly relay: Relay;
  readonly client: Client;
  readonly settings: ReturnType<typeof readSettings>;
  readonly ports: { readonly web: number; readonly intake: number };
  readonly board: Board;
  /** Orders as the client gives them. */
  readonly orders: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  /** One command line of a coordinator, in a process of its own; its exit code. */
  readonly shuangyue: (...words: readonly string[]) => Promise<number | null>;
  readonly start: (register: Register, cadence: BriskCadence) => Promise<StartOutcome>;
  readonly startWorker: () => Promise<void>;
  /** As the kernel or a power cut ends it. */
  readonly killWorker: () => Promise<void>;
  readonly stopWorker: () => Promise<void>;
  /** One more beside it, on ports of its own: it shares the record on a server. */
  readonly startColleague: () => Promise<WorkerProcess>;
  /** When a worker was up, epoch ms; the last one's end is open. */
  readonly upTimes: readonly UpTime[];
  /** Ends the engine, politely or not, and starts it again on the same port and database. */
  readonly restartEngine: (signal: 'SIGTERM' | 'SIGKILL', downMs: number) => Promise<void>;
  /** Reads the record; an embedded one only while no worker has it. */
  readonly read: <Result>(work: (db: Db) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export interface UpTime {
  readonly from: number;
  to: number;
}

export const campaign = 'sample-2030';
const namespace = 'shuangyue';
const apiKey = 'k'.repeat(32);
const words = wordsIn('zh');

/** With its record on the server of `databaseUrl`, else embedded. */
export async function openRealOffice({ databaseUrl }: { readonly databaseUrl?: string } = {}): Promise<RealOffice> {
  const home = mkdtempSync(join(tmpdir(), 'shuangyue-real-'));
  const relay = await openRelay();
  const ports = { web: await freePort(), intake: await freePort() };
  const binary = await cachedTemporal();
  const launch = (port: number, uiPort: number): Promise<DevServer> =>
    startDevServer({
      binary,
      dataDir: join(home, 'temporal'),
      logFile: join(home, 'log', 'temporal.log'),
      namespace,
      retentionDays: 400,
      searchAttributes: engineAttributes,
      port,
      uiPort,
    });
  let engine = await launch(0, 0);
  const { address } = engine;
  const settings = readSettings(
    {
      SMTP_URL: `smtp://127.0.0.1:${relay.port}`,
      API_KEY: apiKey,
      TEMPORAL_ADDRESS: address,
      SHUANGYUE_HOME: home,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    },
    home,
  );
  const env = workerEnvironment(settings, ports, address, { ...process.env, NODE_OPTIONS: '' });
  const plan = {
    script: join(projectRoot(), 'dist', 'worker', 'main.js'),
    env,
    home,
    logFile: join(home, 'log', 'worker.err'),
    language: 'zh' as const,
  };
  const connection = Connection.lazy({ address });
  const board = openBoard({ url: `http://127.0.0.1:${ports.web}`, apiKey, words });
  const orders: RealOffice['orders'] = (work) => withOffice({ address, namespace, words, invokedAt: new Date() }, work);
  const upTimes: UpTime[] = [];
  const colleagues: WorkerProcess[] = [];
  const place = databaseUrl === undefined ? { folder: join(home, 'record') } : { connectionString: databaseUrl };
  let worker: WorkerProcess | undefined;

  const end = async (how: (running: WorkerProcess) => unknown) => {
    if (!worker) return;
    const running = worker;
    worker = undefined;
    const up = upTimes.at(-1);
    if (up) up.to = Date.now();
    await how(running);
    await running.exited;
  };
  return {
    relay,
    client: new Client({ connection, namespace }),
    settings,
    ports,
    board,
    orders,
    upTimes,
    shuangyue: async (...said) => {
      const program = spawn(process.execPath, [join(projectRoot(), 'dist', 'bin', 'shuangyue.js'), ...said], {
        env,
        stdio: 'ignore',
      });
      const [code] = (await once(program, 'exit')) as [number | null];
      return code;
    },
    start: (register, cadence) => {
      const file = { id: campaign, year: 2030, register, cadence, quietDays: [] };
      const request = { ...file, by: 'zqb1', anchoredAt: new Date().toISOString() };
      return orders((office) => startCampaign(board, office, request));
    },
    startWorker: async () => {
      worker = await startWorkerProcess(plan);
      upTimes.push({ from: Date.now(), to: Number.POSITIVE_INFINITY });
    },
    killWorker: () => end((running) => running.kill()),
    stopWorker: () => end((running) => running.stop()),
    startColleague: async () => {
      const ownPorts = { web: await freePort(), intake: await freePort() };
      const ownEnv = workerEnvironment(settings, ownPorts, address, { ...process.env, NODE_OPTIONS: '' });
      const colleague = await startWorkerProcess({ ...plan, env: ownEnv });
      colleagues.push(colleague);
      return colleague;
    },
    restartEngine: async (signal, downMs) => {
      const uiPort = Number(new URL(engine.uiUrl).port);
      process.kill(engine.pid, signal);
      await engine.exited;
      await pause(downMs);
      engine = await launch(Number(address.split(':')[1]), uiPort);
    },
    read: async (work) => {
      const record: RecordDb = await openRecord(place, { now: '2030-01-01T00:00:00Z' });
      try {
        return await work(record.db);
      } finally {
        await record.close();
      }
    },
    close: async () => {
      await end((running) => running.kill());
      for (const colleague of colleagues) colleague.kill();
      await Promise.all(colleagues.map(({ exited }) => exited));
      await connection.close();
      await engine.stop();
      await relay.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
