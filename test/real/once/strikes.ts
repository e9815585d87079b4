import { eventually } from '../../eventually.js';
import type { Passing, Sight } from './sight.js';

/** Where a worker is to die. */
export interface Strike {
  readonly name: string;
  /** What must have passed before, in this order. */
  readonly after?: readonly Sight[];
  readonly at: Sight;
  /** Left to the long form: what it shows, steps beside it nearly show. */
  readonly isForLong?: boolean;
}

interface Waiting {
  readonly sights: readonly Sight[];
  readonly marks: readonly string[];
  seen: number;
  readonly strike: (what: string) => void;
}

export interface Strikes {
  /**
   * Of all that passes only what bears one of the marks is meant. Resolves with what was cut off when a worker has died of
   * it, rejects when none does.
   */
  readonly arm: (strike: Strike, marks: readonly string[]) => Promise<string>;
  /** Kills the worker if what passes is what is waited for; true when it did. */
  readonly watch: (passing: Passing, pid: number) => boolean;
  readonly hasKilled: (pid: number) => boolean;
}

const withinMs = 240_000;

export function openStrikes(): Strikes {
  const waiting = new Set<Waiting>();
  const killed = new Set<number>();
  return {
    arm: ({ name, after = [], at }, marks) => {
      let cutOff: string | undefined;
      const armed: Waiting = { sights: [...after, at], marks, seen: 0, strike: (what) => (cutOff = what) };
      waiting.add(armed);
      return eventually(async () => {
        if (cutOff === undefined) throw new Error(`“${name}” did not come to pass within ${withinMs} ms`);
        return cutOff;
      }, withinMs).finally(() => waiting.delete(armed));
    },
    watch: (passing, pid) => {
      for (const armed of waiting) {
        const sight = armed.sights[armed.seen];
        if (!sight || !isSeen(sight, armed.marks, passing)) continue;
        armed.seen += 1;
        if (armed.seen < armed.sights.length) continue;
        waiting.delete(armed);
        armed.strike(passing.what);
        // Dead of another strike already, and neither heard of this nor was heard: that is the same.
        if (killed.has(pid)) continue;
        killed.add(pid);
        process.kill(pid, 'SIGKILL');
      }
      return killed.has(pid);
    },
    hasKilled: (pid) => killed.has(pid),
  };
}

function isSeen({ line, moment, shows, anybodys = false }: Sight, marks: readonly string[], passing: Passing): boolean {
  if (line !== passing.line || moment !== passing.moment || !shows.test(passing.what)) return false;
  return anybodys || marks.some((mark) => passing.what.includes(mark));
}
