import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { claimPort } from './free-port.js';
import { endLeftoverServer, forgetServer, rememberServer } from './leftover-server.js';
import { prepareNamespace, type NamespacePlan } from './prepare-namespace.js';

export type DevServerOptions = NamespacePlan & {
  readonly binary: string;
  readonly dataDir: string;
  /** 0 picks a free one, here and for the UI. */
  readonly port: number;
  readonly uiPort: number;
  readonly logFile: string;
  readonly extraArgs?: readonly string[];
};

export type ServerExit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type DevServer = {
  readonly address: string;
  readonly uiUrl: string;
  readonly pid: number;
  /** Settles whenever the server ends, asked or not. */
  readonly exited: Promise<ServerExit>;
  readonly stop: () => Promise<void>;
};

const servesWithinMs = 60_000;
const politeMs = 10_000;

export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const dataDir = resolve(options.dataDir);
  const dbFile = join(dataDir, 'temporal.db');
  for (const folder of [dataDir, dirname(options.logFile)]) mkdirSync(folder, { recursive: true });
  await endLeftoverServer(dataDir, dbFile);
  const port = await claimPort(options.port, 'engine', 'TEMPORAL_PORT');
  const uiPort = await claimPort(options.uiPort, 'ui', 'TEMPORAL_UI_PORT');
  const logStart = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
  const server = await launch(options, dataDir, commandLine(options, dbFile, port, uiPort));
  const address = `127.0.0.1:${port}`;
  try {
    await prepare(options, address, server.exited);
  } catch (cause) {
    await server.stop();
    const log = readFileSync(options.logFile).subarray(logStart).toString().trim().split('\n').slice(-3).join('\n');
    throw new Error(`Temporal server ${options.binary} did not come up on ${address}; its log ends: ${log}`, { cause });
  }
  return { address, uiUrl: `http://127.0.0.1:${uiPort}`, ...server };
}

const fixedArgs =
  'server start-dev --ip 127.0.0.1 --sqlite-pragma journal_mode=WAL --sqlite-pragma synchronous=NORMAL ' +
  '--headless=false --ui-disable-news-fetch --log-level warn --log-format json';

const commandLine = ({ extraArgs = [] }: DevServerOptions, dbFile: string, port: number, uiPort: number): string[] => [
  ...fixedArgs.split(' '),
  '--db-filename',
  dbFile,
  '--port',
  String(port),
  '--ui-port',
  String(uiPort),
  ...extraArgs,
];

/** In a process group of its own, so that the terminal's Ctrl-C reaches us alone and the worker stops before its server. */
async function launch(
  { binary, logFile }: DevServerOptions,
  dataDir: string,
  args: readonly string[],
): Promise<Pick<DevServer, 'pid' | 'exited' | 'stop'>> {
  const log = openSync(logFile, 'a');
  const child = spawn(binary, args, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  rememberServer(dataDir, pid);
  const exited = watchExit(child, dataDir);
  return { pid, exited, stop: () => stop(child, exited) };
}

function watchExit(child: ChildProcess, dataDir: string): Promise<ServerExit> {
  const endWithUs = (): void => void child.kill('SIGTERM');
  process.once('exit', endWithUs);
  return new Promise((settle) => {
    child.once('exit', (code, signal) => {
      process.off('exit', endWithUs);
      if (child.pid !== undefined) forgetServer(dataDir, child.pid);
      settle({ code, signal });
    });
  });
}

async function stop(child: ChildProcess, exited: Promise<ServerExit>): Promise<void> {
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), politeMs);
  await exited;
  clearTimeout(impatience);
}

async function prepare(plan: NamespacePlan, address: string, exited: Promise<ServerExit>): Promise<void> {
  const ended = exited.then(({ code, signal }) => {
    throw new Error(`it ended with ${signal ?? `code ${code}`}`);
  });
  const connection = await Promise.race([connectWhenServing(address, exited), ended]);
  try {
    await Promise.race([prepareNamespace(connection, plan), ended]);
  } finally {
    await connection.close();
  }
}

async function connectWhenServing(address: string, exited: Promise<ServerExit>): Promise<Connection> {
  let deadline = Date.now() + servesWithinMs;
  void exited.then(() => (deadline = 0));
  for (;;) {
    try {
      return await Connection.connect({ address, connectTimeout: '1s' });
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}
