import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, hasCode } from './error-code.js';

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupLimits<Item> {
  readonly rowsPerTransaction: number;
  /** Rows of one item; 1 when absent. */
  readonly rowsOf?: (item: Item) => number;
  /**
   * At most so long between two transactions of a burst, and only while more keep coming, so that they share the next
   * one; who comes alone never waits.
   */
  readonly pauseMs?: number;
}

/**
 * What is given at once goes together, and whatever queues while one transaction is written goes together in the next.
 * Nobody waits for company, and a hundred at once cost one or two fsyncs instead of a hundred. `commit` writes all or
 * none and answers in the order given.
 */
export function groupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
  { rowsPerTransaction, rowsOf = () => 1, pauseMs = 0 }: GroupLimits<Item>,
): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = [];
  let busy = false;
  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (!busy) void drain();
    });

  async function drain(): Promise<void> {
    busy = true;
    // Whoever gives several gives them before this goes on.
    await Promise.resolve();
    while (queue.length > 0) {
      await write(takeNext());
      await company();
    }
    busy = false;
  }

  async function company(): Promise<void> {
    const until = performance.now() + pauseMs;
    for (let known = -1; known !== queue.length && performance.now() < until;) {
      known = queue.length;
      await pause(quietMs);
    }
  }

  async function committed(items: readonly Item[]): Promise<readonly Result[]> {
    for (let left = attempts; ; left -= 1) {
      try {
        return await commit(items);
      } catch (error) {
        if (left === 1 || !lostRace(error)) throw error;
      }
    }
  }

  /** Those in front, as many as fit; one who brings more than fits goes alone. */
  function takeNext(): readonly Waiting<Item, Result>[] {
    let rows = 0;
    const beyond = queue.findIndex(({ item }) => {
      rows += rowsOf(item);
      return rows > rowsPerTransaction;
    });
    return queue.splice(0, beyond === -1 ? queue.length : Math.max(beyond, 1));
  }

  async function write(waiting: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await committed(waiting.map(({ item }) => item));
      for (const [index, { resolve }] of waiting.entries()) resolve(results[index] as Result);
    } catch (error) {
      // What is wrong with one is refused to that one alone.
      if (waiting.length > 1 && isBadData(error)) for (const one of waiting) await write([one]);
      else for (const { reject } of waiting) reject(error);
    }
  }
}

/** `groupCommit` with a queue for each owner, a record for instance, that ends with it. */
export function groupCommitFor<Owner extends object, Item, Result>(
  commit: (owner: Owner, items: readonly Item[]) => Promise<readonly Result[]>,
  limits: GroupLimits<Item>,
): (owner: Owner, item: Item) => Promise<Result> {
  const queues = new WeakMap<Owner, (item: Item) => Promise<Result>>();
  return (owner, item) => {
    const queue = queues.get(owner) ?? groupCommit((items) => commit(owner, items), limits);
    queues.set(owner, queue);
    return queue(item);
  };
}

const attempts = 3;
/** Where nobody came within it, no more are coming. */
const quietMs = 5;

/** Deadlock and serialization failure: all of it was rolled back, and the other transaction is through by now. */
function lostRace(error: unknown): boolean {
  return hasCode(error, '40P01') || hasCode(error, '40001');
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): the rows are at fault, not the database. */
function isBadData(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error) ?? '');
}
