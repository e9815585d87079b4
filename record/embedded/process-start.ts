import { existsSync, readFileSync } from 'node:fs';
import { hasCode } from '../error-code.js';

/**
 * Tells a process from a later one that was given the same number; undefined when there is none.
 * Where the system does not tell the start, every living process of that number looks the same.
 */
export const processStart = (pid: number): string | undefined =>
  existsSync('/proc/self/stat') ? startFromProc(pid) : startUnknown(pid);

const startFromProc = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name stands in brackets and may hold spaces and brackets; the state follows, the start is field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined;
    throw error;
  }
};

const startUnknown = (pid: number): string | undefined => {
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return undefined;
    if (hasCode(error, 'EPERM')) return '';
    throw error;
  }
};
