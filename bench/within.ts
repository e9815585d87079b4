import { setTimeout as wait } from 'node:timers/promises';

/** A bench that waits for what never comes says so instead of hanging. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  const patience = new AbortController();
  const late = wait(ms, undefined, { signal: patience.signal, ref: false }).then(() => {
    throw new Error(
      `${what} did not happen within ${ms} ms; see the log of the bench's engine or run it on a quieter machine`,
    );
  });
  // Whoever loses the race may still reject.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    patience.abort();
  }
}

export async function until(ms: number, what: string, isSo: () => Promise<boolean>, everyMs = 20): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${ms} ms`);
    await wait(everyMs);
  }
}
