import { parseRoundId } from '../domain/round-id.js';
import { roundFromNow } from '../domain/round-from-now.js';
import type { YearRequest } from '../domain/round-plan.js';
import { append } from '../record/journal.js';
import { readRounds, setRoundState } from '../record/rounds.js';
import type { Db } from '../record/schema.js';

/**
 * Leaves out the rounds that had gone by when the campaign began: whoever starts in November knows of February.
 * A round that an outage made us miss is none of these; the coordinators hear of that one.
 */
export async function skipBygone(
  db: Db,
  {
    campaign,
    startsAt,
    at,
    ...year
  }: YearRequest & { readonly startsAt: number; readonly campaign: string; readonly at: number },
): Promise<void> {
  const bygone = (await readRounds(db, campaign)).filter(
    ({ round, state, opensAt }) =>
      state === 'planned' &&
      Date.parse(opensAt) < Math.min(startsAt, at) &&
      roundFromNow({ ...year, ...parseRoundId(round), startsAt }, at) === undefined,
  );
  for (const { round } of bygone)
    await db.transaction().execute(async (trx) => {
      await setRoundState(trx, { campaign, round, state: 'skipped' });
      const why = '行动启动时这一期已过';
      await append(trx, { campaign, at: new Date(at).toISOString(), by: 'system', act: 'skip-round', round, why });
    });
}
