import { setTimeout as pause } from 'node:timers/promises';

/** A process of ours. */
export interface Part {
  /** Settles when it has ended, asked or not, with how it ended. */
  readonly exited: Promise<string>;
  /** Asks it to end and waits until it has. */
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

export type Kept = Pick<Part, 'stop' | 'kill'>;

export interface Care<P extends Part> {
  readonly first: P;
  readonly startAgain: () => Promise<P>;
  /** Told each time it fell, with how or with what kept it from starting again, and when that is tried. */
  readonly fell: (how: unknown, againInMs: number) => void;
  readonly shortestMs?: number;
  readonly longestMs?: number;
}

/** Having run this long, it is well again: the next fall is a new matter. */
const wellAfterMs = 30_000;

/** Starts a part again whenever it ends unasked, at once at first and then ever more slowly. */
export function keepAlive<P extends Part>(care: Care<P>): Kept {
  const { shortestMs = 500, longestMs = 10_000 } = care;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let part: P | undefined = care.first;
  let waitMs = shortestMs;

  const watching = (async () => {
    while (part !== undefined) part = await outlive(part);
  })();
  return {
    stop: async () => {
      stopping.abort();
      await part?.stop();
      await watching;
    },
    kill: () => {
      stopping.abort();
      part?.kill();
    },
  };

  async function outlive(running: P): Promise<P | undefined> {
    const since = Date.now();
    const how = await running.exited;
    part = undefined;
    if (Date.now() - since > wellAfterMs) waitMs = shortestMs;
    return isStopping() ? undefined : startAgain(how);
  }

  async function startAgain(how: unknown): Promise<P | undefined> {
    care.fell(how, waitMs);
    await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    waitMs = Math.min(longestMs, waitMs * 2);
    if (isStopping()) return undefined;
    try {
      const again = await care.startAgain();
      if (!isStopping()) return again;
      await again.stop();
      return undefined;
    } catch (error) {
      return isStopping() ? undefined : startAgain(error);
    }
  }
}
