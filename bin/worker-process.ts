import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorSaying, type Language } from '../domain/sentence.js';
import type { Ready } from '../worker/ready.js';
import { officeWords } from './words/office.js';
import type { Part } from './keep-alive.js';

export interface WorkerPlan {
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  /** Its absolute folder; on its command line too, so that a later start knows it for ours. */
  readonly home: string;
  readonly logFile: string;
  /** Of what is said to the terminal. */
  readonly language: Language;
  /** Told its process id as soon as there is one. */
  readonly spawned?: (pid: number) => void;
  /** Told what a start waits for, when it says so. */
  readonly waiting?: (sentence: string) => void;
}

export interface WorkerProcess extends Part {
  readonly pid: number;
  readonly ready: Ready;
}

const politeMs = 20_000;

const sentenceSchema = z.object({ zh: z.string(), en: z.string() });

const messageSchema = z.union([
  z.object({
    ready: z.object({
      web: z.string(),
      webPort: z.number(),
      intakePort: z.number(),
      postOfficePort: z.number().exactOptional(),
    }),
  }),
  z.object({ failed: sentenceSchema.extend({ name: z.string() }) }),
  z.object({ waiting: sentenceSchema }),
]);

/** Starts a worker and resolves once all of it is up; rejects with its own words when it cannot. */
export async function startWorkerProcess(plan: WorkerPlan, signal?: AbortSignal): Promise<WorkerProcess> {
  const child = launch(plan);
  const exited = howItEnds(child, plan);
  const kill = () => void child.kill('SIGKILL');
  const stop = async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(kill, politeMs);
    await exited;
    clearTimeout(impatience);
  };
  const giveUp = () => void child.kill('SIGTERM');
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const ready = await Promise.race([readiness(child, plan), exited.then((how) => notUp(how, plan))]);
    return { pid: child.pid ?? 0, ready, exited, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

/** In a process group of its own: the terminal's Ctrl-C reaches us alone, and the worker stops before its engine. */
function launch({ script, env, home, logFile, spawned }: WorkerPlan): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', script, home], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env,
  });
  closeSync(log);
  if (child.pid !== undefined) spawned?.(child.pid);
  return child;
}

function howItEnds(child: ChildProcess, { language }: WorkerPlan): Promise<string> {
  return new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(officeWords[language].endedBy(code, signal)));
  });
}

function readiness(child: ChildProcess, { waiting, language }: WorkerPlan): Promise<Ready> {
  return new Promise((resolve, reject) => {
    child.on('message', (said) => {
      const message = messageSchema.safeParse(said);
      if (!message.success) return;
      if ('ready' in message.data) resolve(message.data.ready);
      else if ('waiting' in message.data) waiting?.(message.data.waiting[language]);
      else reject(errorSaying(message.data.failed, message.data.failed.name));
    });
  });
}

function notUp(how: string, { logFile, language }: WorkerPlan): never {
  throw new Error(officeWords[language].workerNotUp(how, logFile));
}
