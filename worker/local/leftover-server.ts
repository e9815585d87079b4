import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from './error-code.js';
import { identifyProcess } from './process-identity.js';

const politeMs = 10_000;

const pidFile = (dataDir: string): string => join(dataDir, 'temporal.pid');

export const rememberServer = (dataDir: string, pid: number): void => writeFileSync(pidFile(dataDir), String(pid));

export function forgetServer(dataDir: string, pid: number): void {
  if (readPid(dataDir) === pid) rmSync(pidFile(dataDir), { force: true });
}

/** A start that was killed with -9 leaves its server running on our database: it is ended here, and only if it is ours. */
export async function endLeftoverServer(dataDir: string, dbFile: string): Promise<void> {
  const pid = readPid(dataDir);
  if (pid === undefined) return;
  const ours = (): boolean => identifyProcess(pid)?.command.includes(dbFile) ?? false;
  if (ours()) end(pid, 'SIGTERM');
  const patience = Date.now() + politeMs;
  while (ours()) {
    if (Date.now() > patience) end(pid, 'SIGKILL');
    await pause(20);
  }
  forgetServer(dataDir, pid);
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}

function readPid(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile(dataDir), 'utf8'));
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
