import { join } from 'node:path';
import type { Words } from '../client/words.js';
import { saidIn } from '../domain/sentence.js';
import { projectRoot } from '../config/project-root.js';
import type { Settings } from '../config/settings.js';
import { takeInstanceLock } from '../worker/local/instance-lock.js';
import type { Ready } from '../worker/ready.js';
import { openEngine, type Engine } from './engine.js';
import { keepAlive, type Kept } from './keep-alive.js';
import { endLeftoverWorker, forgetWorker, rememberWorker } from './leftover-worker.js';
import { watchStopSignals } from './stop-signals.js';
import { claimPorts, workerEnvironment } from './worker-environment.js';
import { startWorkerProcess, type WorkerProcess } from './worker-process.js';

export interface OfficePlan {
  /** Absolute folder that one start at a time may use. */
  readonly home: string;
  /** Asked once the folder is ours. */
  readonly settings: () => Promise<Settings>;
  readonly tell: (line: string) => void;
  readonly words: Words;
  /** What is done while the office runs; its end, or a Ctrl-C, ends the office. */
  readonly live: (office: RunningOffice, stopping: AbortSignal) => Promise<void>;
  readonly workerScript?: string;
  readonly openEngine?: typeof openEngine;
}

export interface RunningOffice {
  readonly settings: Settings;
  readonly ready: Ready;
  readonly engine: Pick<Engine, 'address' | 'uiUrl'>;
}

/**
 * Runs an office in its folder: engine, then worker, each started again when it dies. Returns when `live` has ended or
 * somebody asked to stop, after the worker and then the engine have stopped.
 */
export async function runOffice(plan: OfficePlan): Promise<void> {
  const lock = takeInstanceLock(plan.home);
  const parts: Kept[] = [];
  const signals = watchStopSignals(() => {
    for (const part of parts) part.kill();
    process.exit(130);
  });
  signals.asked.addEventListener('abort', () => plan.tell(plan.words.running.stopping));
  try {
    const office = await open(plan, parts, signals.asked);
    signals.asked.throwIfAborted();
    await plan.live(office, signals.asked);
  } catch (error) {
    if (!signals.asked.aborted) throw error;
  } finally {
    for (const part of parts.toReversed()) await part.stop();
    signals.release();
    lock.release();
  }
}

async function open(plan: OfficePlan, parts: Kept[], stopping: AbortSignal): Promise<RunningOffice> {
  const { running } = plan.words;
  const settings = await plan.settings();
  await endLeftoverWorker(settings.home);
  const ports = await claimPorts(settings);
  stopping.throwIfAborted();
  plan.tell(running.startingEngine);
  const engine = await (plan.openEngine ?? openEngine)(settings, plan, stopping);
  parts.push(engine);
  stopping.throwIfAborted();
  plan.tell(running.startingWorker);
  const start = () => startWorker(plan, settings, workerEnvironment(settings, ports, engine.address), stopping);
  const worker = await start();
  const fell = (how: unknown, ms: number) =>
    plan.tell(running.workerFell(saidIn(plan.words.language, how), ms / 1_000));
  const kept = keepAlive({ first: worker, startAgain: start, fell });
  parts.push({ ...kept, stop: () => kept.stop().then(() => forgetWorker(settings.home)) });
  return { settings, ready: worker.ready, engine };
}

function startWorker(
  { workerScript = join(projectRoot(), 'dist', 'worker', 'main.js'), tell, words }: OfficePlan,
  { home }: Settings,
  env: NodeJS.ProcessEnv,
  stopping: AbortSignal,
): Promise<WorkerProcess> {
  const logFile = join(home, 'log', 'worker.err');
  const spawned = (pid: number) => rememberWorker(home, pid);
  return startWorkerProcess(
    { script: workerScript, env, home, logFile, language: words.language, spawned, waiting: tell },
    stopping,
  );
}
