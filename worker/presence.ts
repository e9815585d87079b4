import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { processStart } from '../record/embedded/process-start.js';
import {
  beat,
  endProcess,
  forgetProcess,
  type NewProcess,
  type ProcessRow,
  readProcesses,
} from '../record/processes.js';
import type { Db } from '../record/schema.js';
import type { Log } from './keep-delivering.js';

export interface Presence {
  /** Whether the process of this boot id is known to have ended: what it was sending was interrupted. */
  readonly hasEnded: (bootId: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Watch {
  readonly everyMs?: number;
  /** Looks at a process without a new beat after which it counts as ended. */
  readonly looks?: number;
}

/**
 * Says in the record that this process lives, and watches the others. No clock is compared with another: a process has
 * ended when its row is gone, when its own system says so, or when its beats stood still through several looks of ours.
 * While the server is away nobody looks, so nobody is taken for dead by an outage that all have.
 */
export async function openPresence(
  db: Db,
  { bootId, now, log }: { readonly bootId: string; readonly now: () => Date; readonly log: Log },
  { everyMs = 5_000, looks = 6 }: Watch = {},
): Promise<Presence> {
  const self: NewProcess = { ...identity(process.pid), bootId, startedAt: now().toISOString() };
  const still = new Map<string, { readonly beats: number; readonly looks: number }>();

  const look = async (): Promise<void> => {
    await beat(db, self);
    for (const other of await readProcesses(db)) if (other.bootId !== bootId) await watch(other);
  };
  const watch = async (other: ProcessRow): Promise<void> => {
    const before = still.get(other.bootId);
    const seen = before?.beats === other.beats ? before.looks + 1 : 0;
    still.set(other.bootId, { beats: other.beats, looks: seen });
    const ended = endedHere(other, self) ?? seen >= looks;
    if (!ended) return;
    log.warn(
      { process: other.bootId, host: other.host, pid: other.pid },
      'Another worker has ended; its letters are looked after',
    );
    await forgetProcess(db, other);
    still.delete(other.bootId);
  };

  await look();
  let looking = Promise.resolve();
  const beats = setInterval(() => {
    looking = looking.then(look).catch((err: unknown) => log.warn({ err }, 'The record did not hear that we live'));
  }, everyMs);
  return {
    hasEnded: async (other) => {
      const row = (await readProcesses(db)).find((each) => each.bootId === other);
      return row === undefined || endedHere(row, self) === true;
    },
    close: async () => {
      clearInterval(beats);
      await looking;
      await endProcess(db, bootId);
    },
  };
}

/** Undefined where this system cannot know. */
function endedHere({ pid, system, start }: ProcessRow, self: NewProcess): boolean | undefined {
  if (system === null || start === null || system !== self.system) return undefined;
  return processStart(pid) !== start;
}

/** The start names the kernel's boot, the link the namespace in which the number counts: together they name the system. */
function identity(pid: number): Omit<NewProcess, 'bootId' | 'startedAt'> {
  const start = processStart(pid) ?? '';
  const [boot = ''] = start.split(' ');
  const space = processSpace();
  const known = boot !== '' && space !== undefined;
  return { host: hostname(), pid, system: known ? `${boot} ${space}` : null, start: known ? start : null };
}

function processSpace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}
