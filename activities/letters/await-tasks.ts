import { setTimeout as wait } from 'node:timers/promises';
import { countBehind } from '../../record/tasks-behind.js';
import type { Deps } from '../deps.js';

/** Longer than a turn's time-out (start-options.ts): by then every task has woken that a dead worker held. */
const patience = { everyMs: 200, times: 25 } as const;

/**
 * Waits for the desk's tasks that are late for an instant. They settle within the settle time as a rule; after a crash
 * each wakes at its own moment, and without this a party would get a letter for each of them.
 */
export async function awaitTasks(
  { db }: Pick<Deps, 'db'>,
  of: { readonly campaign: string; readonly desk: string; readonly at: string },
): Promise<void> {
  for (let left: number = patience.times; left > 0 && (await countBehind(db, of)) > 0; left -= 1)
    await wait(patience.everyMs);
}
