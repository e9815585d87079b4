import type { RoundPlan } from '../domain/cadence.js';
import { askedOnce } from './read-together.js';
import type { Db } from './schema.js';
import { storableJson } from './storable.js';

export type RoundState = 'planned' | 'open' | 'closing' | 'closed' | 'skipped';

/** The plan's own instants come back in UTC; those of the ladder keep the offset they were planned with. */
export interface RoundRecord extends RoundPlan {
  readonly state: RoundState;
}

/** Adds the plan's rounds and moves those that are still planned; a round that was opened keeps its dates. */
export async function saveRounds(db: Db, campaign: string, plans: readonly RoundPlan[]): Promise<void> {
  if (plans.length === 0) return;
  await db
    .insertInto('round')
    .values(plans.map((plan) => rowOf(campaign, plan)))
    .onConflict((conflict) =>
      conflict
        .columns(['campaign', 'id'])
        .doUpdateSet((eb) => ({
          period: eb.ref('excluded.period'),
          cutoff: eb.ref('excluded.cutoff'),
          opens_at: eb.ref('excluded.opens_at'),
          answer_by: eb.ref('excluded.answer_by'),
          closes_at: eb.ref('excluded.closes_at'),
          provisional: eb.ref('excluded.provisional'),
          ladder: eb.ref('excluded.ladder'),
        }))
        .where('round.state', '=', 'planned'),
    )
    .execute();
}

function rowOf(campaign: string, { round, period, cutoff, provisional, ...plan }: RoundPlan) {
  return {
    campaign,
    id: round,
    period,
    cutoff,
    provisional,
    opens_at: plan.opensAt,
    answer_by: plan.answerBy,
    closes_at: plan.closesAt,
    ladder: storableJson(plan.ladder),
  };
}

const columns = [
  'id as round',
  'period',
  'cutoff',
  'opens_at as opensAt',
  'answer_by as answerBy',
  'closes_at as closesAt',
  'provisional',
  'ladder',
  'state',
] as const;

export const readRounds = askedOnce('rounds', (db, campaign: string): Promise<readonly RoundRecord[]> =>
  db.selectFrom('round').select(columns).where('campaign', '=', campaign).orderBy('opens_at').execute(),
);

export function readRound(
  db: Db,
  { campaign, round }: { readonly campaign: string; readonly round: string },
): Promise<RoundRecord | undefined> {
  return db
    .selectFrom('round')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('id', '=', round)
    .executeTakeFirst();
}

export async function setRoundState(
  db: Db,
  { campaign, round, state }: { readonly campaign: string; readonly round: string; readonly state: RoundState },
): Promise<void> {
  await db
    .updateTable('round')
    .set({ state })
    .where('campaign', '=', campaign)
    .where('id', '=', round)
    .returning('id')
    .executeTakeFirstOrThrow(
      () => new Error(`行动 ${campaign} 没有调度期 ${round}：请核对编号，应为 年-次，例如 2026-3。`),
    );
}
