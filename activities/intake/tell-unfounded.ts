import { ids, unfoundedSignal } from '../../workflows/api.js';
import { escalatedUnheard } from '../../record/unfounded.js';
import type { Deps } from '../deps.js';
import { ifRunning } from '../if-running.js';
import type { BouncedLetter } from './bounced-letter.js';

/** A bounce found after an escalation: where nothing else reached the liaison, the 督办函 was unfounded. */
export async function tellUnfounded(
  { db, client }: Pick<Deps, 'db' | 'client'>,
  { letter, permanent, isLost }: BouncedLetter,
  at: number,
): Promise<void> {
  const { campaign, round } = letter;
  if (!permanent || !isLost || round === null) return;
  for (const task of await escalatedUnheard(db, letter.id)) {
    await ifRunning(() => client.workflow.getHandle(ids.task(campaign, task)).signal(unfoundedSignal, { round, at }));
  }
}
