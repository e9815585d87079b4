import type { RoundPlan } from '../domain/cadence.js';
import type { Db } from './schema.js';
import { storableJson } from './storable.js';

/** An open round at other instants: after a pause. */
export async function movePlan(
  db: Db,
  { campaign, round }: { readonly campaign: string; readonly round: string },
  { answerBy, closesAt, ladder }: Pick<RoundPlan, 'answerBy' | 'closesAt' | 'ladder'>,
): Promise<void> {
  await db
    .updateTable('round')
    .set({ answer_by: answerBy, closes_at: closesAt, ladder: storableJson(ladder) })
    .where('campaign', '=', campaign)
    .where('id', '=', round)
    .execute();
}
