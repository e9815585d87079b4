import { unaccounted } from '../../record/answers.js';
import { listCampaigns } from '../../record/campaigns.js';
import { unjudged } from '../../record/mails.js';
import { forEachOf } from '../bulk.js';
import type { Deps } from '../deps.js';
import { deliverToTasks } from './deliver-answers.js';
import { startIntake } from './start-intake.js';

/** At start: mail that nobody judged gets its intake, answers that no task has accounted go to their tasks again. */
export async function redeliver(
  deps: Pick<Deps, 'db' | 'client' | 'now'>,
): Promise<{ mails: number; answers: number }> {
  const mails = await unjudged(deps.db);
  await forEachOf(mails, 16, (mail) => startIntake(deps, mail));
  let answers = 0;
  for (const { id } of await listCampaigns(deps.db)) {
    const waiting = await unaccounted(deps.db, id);
    await deliverToTasks(deps, waiting);
    answers += waiting.length;
  }
  return { mails: mails.length, answers };
}
