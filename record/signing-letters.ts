import { sql } from 'kysely';
import type { Db } from './schema.js';

/** Drafts of 督办函 for one planned instant: more than five need a second coordinator (design.md, "Ladder"). */
export async function countDraftsAt(
  db: Db,
  { campaign, plannedAt }: { campaign: string; plannedAt: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('kind', '=', 'escalation')
    .where('planned_at', '=', plannedAt)
    .executeTakeFirstOrThrow();
  return count;
}

export async function signDraft(
  db: Db,
  { id, by, at, documentNo, seconds }: { id: number; by: string; at: string; documentNo: string; seconds: boolean },
): Promise<void> {
  await db
    .updateTable('letter')
    .set(seconds ? { seconded_by: by, signed_at: at } : { signed_by: by, signed_at: at, document_no: documentNo })
    .where('id', '=', id)
    .where('state', '=', 'drafted')
    .execute();
}

export async function releaseDraft(db: Db, id: number): Promise<void> {
  await db.updateTable('letter').set({ state: 'ready' }).where('id', '=', id).where('state', '=', 'drafted').execute();
}

/** How many 督办函 of a campaign bear a number already. */
export async function countNumbered(db: Db, campaign: string): Promise<number> {
  const { count } = await db
    .selectFrom('letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('document_no', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
