import { escalatedSignal, ids } from '../../workflows/api.js';
import { untoldTasks } from '../../record/untold-tasks.js';
import type { Deps } from '../deps.js';
import { ifRunning } from '../if-running.js';

/**
 * A task becomes escalated when its desk reports that the 督办函 was sent. One that has written it is not told again: a
 * bounce may have shown since that it was unfounded.
 */
export async function tellTasksOfEscalations(
  { client, db }: Deps,
  { campaign, desk }: { readonly campaign: string; readonly desk: string },
): Promise<void> {
  for (const { task, round, sentAt } of await untoldTasks(db, { campaign, desk })) {
    const at = Date.parse(sentAt);
    await ifRunning(() => client.workflow.getHandle(ids.task(campaign, task)).signal(escalatedSignal, { round, at }));
  }
}
