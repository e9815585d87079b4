import { once } from 'node:events';
import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { type DevServer, startDevServer } from '../worker/local/dev-server.js';
import { findTemporal } from '../worker/local/temporal-binary.js';
import { checkNamespace } from './check-namespace.js';
import { keepAlive, type Kept, type Part } from './keep-alive.js';
import { engineAttributes } from './engine-attributes.js';

export interface Engine extends Kept {
  /** `host:port`. */
  readonly address: string;
  /** Of the embedded engine alone. */
  readonly uiUrl?: string;
}

type Tell = (line: string) => void;

/** The engine of the settings: one run elsewhere is only looked at, the embedded one is started and kept running. */
export async function openEngine(settings: Settings, tell: Tell, signal: AbortSignal): Promise<Engine> {
  const { address, namespace } = settings.temporal;
  if (address === undefined) return startEmbedded(settings, tell, signal);
  await checkNamespace(address, namespace);
  return { address, stop: () => Promise.resolve(), kill: () => undefined };
}

async function startEmbedded(settings: Settings, tell: Tell, signal: AbortSignal): Promise<Engine> {
  const { cli, port, uiPort } = settings.temporal;
  const binary = await unlessAborted(findTemporal({ cli, cacheDir: settings.cacheFolder, report: tell }), signal);
  const start = (ports: { readonly port: number; readonly uiPort: number }) =>
    startDevServer({
      binary,
      dataDir: join(settings.home, 'temporal'),
      logFile: join(settings.home, 'log', 'temporal.log'),
      namespace: settings.temporal.namespace,
      retentionDays: 400,
      searchAttributes: engineAttributes,
      ...ports,
    });
  const server = await start({ port, uiPort });
  // The worker holds on to the address it knows.
  const ports = { port: Number(server.address.split(':')[1]), uiPort: Number(new URL(server.uiUrl).port) };
  const kept = keepAlive({
    first: asPart(server),
    startAgain: async () => asPart(await start(ports)),
    fell: (how, ms) => tell(`Temporal 意外停止（${how}），${ms / 1_000} 秒后重新启动。`),
  });
  return { address: server.address, uiUrl: server.uiUrl, ...kept };
}

function asPart({ pid, exited, stop }: DevServer): Part {
  return {
    exited: exited.then(({ code, signal }) => (signal === null ? `代码 ${code}` : `信号 ${signal}`)),
    stop,
    kill: () => void process.kill(pid, 'SIGKILL'),
  };
}

/** A download may take minutes; whoever wants to stop does not wait for it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const aborted = once(signal, 'abort').then((): never => {
    throw new Error('stopped while looking for the engine');
  });
  return Promise.race([work, aborted]);
}
