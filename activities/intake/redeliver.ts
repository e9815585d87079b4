import { unaccounted } from '../../record/answers.js';
import { listCampaigns } from '../../record/campaigns.js';
import { unjudged } from '../../record/mails.js';
import type { Deps } from '../deps.js';
import { deliverToTasks } from './deliver-answers.js';
import { startIntake } from './start-intake.js';

/**
 * At start and from time to time: mail that nobody judged gets its intake, answers that no task has accounted go to
 * their tasks again. `before` is what the last time gave: mail that has come since is in good hands.
 */
export async function redeliver(
  deps: Pick<Deps, 'db' | 'client' | 'now'>,
  before?: readonly string[],
): Promise<readonly string[]> {
  const mails = await unjudged(deps.db);
  await startIntake(
    deps,
    mails.filter((mail) => before?.includes(mail) ?? true),
  );
  for (const { id } of await listCampaigns(deps.db)) await deliverToTasks(deps, await unaccounted(deps.db, id));
  return mails;
}
