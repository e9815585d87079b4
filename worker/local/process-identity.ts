import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { hasCode } from './error-code.js';

/** Tells a process from a later one that was given the same pid. */
export type ProcessIdentity = { readonly startedAt: string; readonly command: string };

export const identifyProcess = (pid: number): ProcessIdentity | undefined =>
  existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);

function fromProc(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold spaces and brackets itself: proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { startedAt: `${boot} ${ticks}`, command };
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH')) return undefined;
    throw error;
  }
}

function fromPs(pid: number): ProcessIdentity | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH')) return undefined;
  }
  const options = { encoding: 'utf8', env: { LC_ALL: 'C', PATH: '/bin:/usr/bin' } } as const;
  const line = execFileSync('ps', ['-o', 'lstart=', '-o', 'command=', '-p', String(pid)], options);
  // lstart is always five words: Mon Nov 23 18:46:26 2026.
  const words = line.trim().split(/\s+/);
  return { startedAt: words.slice(0, 5).join(' '), command: words.slice(5).join(' ') };
}
