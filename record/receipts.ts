import { sql } from 'kysely';
import type { Db } from './schema.js';

/** How many receipts a party got in a round. */
export async function countReceipts(
  db: Db,
  { campaign, party, round }: { readonly campaign: string; readonly party: string; readonly round: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('desk', '=', party)
    .where('round', '=', round)
    .where('kind', '=', 'receipt')
    .executeTakeFirstOrThrow();
  return count;
}
