import { groupBy } from '../../domain/group-by.js';
import { dropAnswered, dueOpenings } from '../../record/notices.js';
import type { Deps } from '../deps.js';
import { draftLetters } from './draft-letters.js';

/** The openings of a round are one list: all of it becomes letters in one transaction. */
export async function claimOpenings(deps: Deps, of: { campaign: string; round: string }): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const candidates = await dueOpenings(trx, of);
    if (candidates.length === 0) return;
    await dropAnswered(
      trx,
      candidates.map(({ id }) => id),
    );
    const { campaign } = of;
    const byDesk = groupBy(await dueOpenings(trx, of), ({ desk }) => desk);
    const wanted = [...byDesk].map(([desk, notices]) => ({ campaign, desk, notices }));
    await draftLetters(trx, deps, campaign, wanted);
  });
}
