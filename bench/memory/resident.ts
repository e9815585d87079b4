import { readFileSync } from 'node:fs';

/** proc(5): VmHWM is the peak of the resident set, VmRSS what it is now; 0 for a process that has ended. */
export function kilobytes(pid: string, field: 'VmHWM' | 'VmRSS'): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readProc(pid, 'status'))?.[1] ?? 0);
}

export function readProc(pid: string, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process ended between two looks.
    return '';
  }
}

/** What lies in the heap is read after collecting garbage. */
export function collectGarbage(): void {
  const { gc } = globalThis;
  if (!gc)
    throw new Error('the heap is read after collecting garbage: run node with --expose-gc, as npm run bench does');
  gc();
  gc();
}
