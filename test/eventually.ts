import { setTimeout as pause } from 'node:timers/promises';

/** Waits for what is set in motion elsewhere: looks until looking does not throw, and throws what it threw last. */
export async function eventually<Result>(look: () => Promise<Result>, withinMs = 30_000): Promise<Result> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** Waits until it is so. */
export function holds(what: string, isSo: () => Promise<boolean>, withinMs = 30_000): Promise<void> {
  return eventually(async () => {
    if (!(await isSo())) throw new Error(`${what}: not within ${withinMs} ms`);
  }, withinMs);
}
