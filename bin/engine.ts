import { once } from 'node:events';
import { join } from 'node:path';
import type { Words } from '../client/words.js';
import { saidIn, type Sentence } from '../domain/sentence.js';
import type { Settings } from '../config/settings.js';
import { type DevServer, startDevServer } from '../worker/local/dev-server.js';
import { findTemporal } from '../worker/local/temporal-binary.js';
import { checkNamespace } from './check-namespace.js';
import { officeWords, type OfficeWords } from './words/office.js';
import { keepAlive, type Kept, type Part } from './keep-alive.js';
import { engineAttributes } from './engine-attributes.js';

export interface Engine extends Kept {
  /** `host:port`. */
  readonly address: string;
  /** Of the embedded engine alone. */
  readonly uiUrl?: string;
}

/** Whom the engine's news are told, in which language. */
interface Listener {
  readonly tell: (line: string) => void;
  readonly words: Pick<Words, 'language'>;
}

/** The engine of the settings: one run elsewhere is only looked at, the embedded one is started and kept running. */
export async function openEngine(settings: Settings, listener: Listener, signal: AbortSignal): Promise<Engine> {
  const { address, namespace } = settings.temporal;
  if (address === undefined) return startEmbedded(settings, listener, signal);
  await checkNamespace(address, namespace);
  return { address, stop: () => Promise.resolve(), kill: () => undefined };
}

async function startEmbedded(settings: Settings, { tell, words }: Listener, signal: AbortSignal): Promise<Engine> {
  const { language } = words;
  const said = officeWords[language];
  const { cli, port, uiPort } = settings.temporal;
  const report = (line: Sentence) => tell(line[language]);
  const binary = await unlessAborted(findTemporal({ cli, cacheDir: settings.cacheFolder, report }), signal);
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
    first: asPart(server, said),
    startAgain: async () => asPart(await start(ports), said),
    fell: (how, ms) => tell(said.engineFell(saidIn(language, how), ms / 1_000)),
  });
  return { address: server.address, uiUrl: server.uiUrl, ...kept };
}

function asPart({ pid, exited, stop }: DevServer, { endedBy }: OfficeWords): Part {
  return {
    exited: exited.then(({ code, signal }) => endedBy(code, signal)),
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
