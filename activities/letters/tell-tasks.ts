import { escalatedSignal, ids } from '../../workflows/api.js';
import type { Letter } from '../../record/letters.js';
import { noticesOfLetter } from '../../record/notices.js';
import type { Deps } from '../deps.js';
import { ifRunning } from '../if-running.js';

/** A task becomes escalated when its desk reports that the 督办函 was sent; repeated reports change nothing. */
export async function tellTasksOfEscalation({ client, db }: Deps, letter: Letter): Promise<void> {
  const { kind, campaign, round, sent_at: sentAt } = letter;
  if (kind !== 'escalation' || !round || !sentAt) return;
  const at = Date.parse(sentAt);
  for (const { task } of await noticesOfLetter(db, letter.id)) {
    await ifRunning(() => client.workflow.getHandle(ids.task(campaign, task)).signal(escalatedSignal, { round, at }));
  }
}
