import { groupBy } from '../../domain/group-by.js';
import { lockCampaigns } from '../../record/lock-campaigns.js';
import { lockTasks } from '../../record/lock-tasks.js';
import { dropAnswered, dueOpenings } from '../../record/notices.js';
import type { Deps } from '../deps.js';
import { draftLetters } from './draft-letters.js';

/** The openings of a round are one list: all of it becomes letters in one transaction. */
export async function claimOpenings(deps: Deps, of: { campaign: string; round: string }): Promise<void> {
  const { campaign } = of;
  await deps.db.transaction().execute(async (trx) => {
    await lockCampaigns(trx, [campaign]);
    const candidates = await dueOpenings(trx, of);
    if (candidates.length === 0) return;
    await lockTasks(
      trx,
      candidates.map(({ task }) => ({ campaign, task })),
    );
    await dropAnswered(
      trx,
      candidates.map(({ id }) => id),
    );
    const byDesk = groupBy(await dueOpenings(trx, of), ({ desk }) => desk);
    const wanted = [...byDesk].map(([desk, notices]) => ({ campaign, desk, notices }));
    await draftLetters(trx, deps, campaign, wanted);
  });
}
