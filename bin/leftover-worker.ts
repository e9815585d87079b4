import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../config/error-code.js';
import { identifyProcess } from '../worker/local/process-identity.js';

const politeMs = 15_000;

const pidFile = (home: string): string => join(home, 'worker.pid');

export const rememberWorker = (home: string, pid: number): void => writeFileSync(pidFile(home), String(pid));

export const forgetWorker = (home: string): void => rmSync(pidFile(home), { force: true });

/** A start that was killed with -9 leaves its worker stopping by itself, still on our record and ports: waited for, then killed. */
export async function endLeftoverWorker(home: string): Promise<void> {
  const pid = readPid(home);
  if (pid === undefined) return;
  const isOurs = (): boolean => identifyProcess(pid)?.command.includes(home) ?? false;
  const patience = Date.now() + politeMs;
  while (isOurs()) {
    end(pid, Date.now() > patience ? 'SIGKILL' : 'SIGTERM');
    await pause(50);
  }
  forgetWorker(home);
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

function readPid(home: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile(home), 'utf8'));
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
