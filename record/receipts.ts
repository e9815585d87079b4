import { sql } from 'kysely';
import type { Db } from './schema.js';

/** How many receipts a party got in a round, or how many of them in reply to what it wrote under a receipt. */
export async function countReceipts(
  db: Db,
  of: {
    readonly campaign: string;
    readonly party: string;
    readonly round: string;
    readonly inReplyToReceipts?: boolean;
  },
): Promise<number> {
  const repliedTo = sql<boolean>`exists (
    select from mail join letter replied on replied.id = mail.letter
    where mail.campaign = letter.campaign and mail.party = letter.desk and mail.round = letter.round
      and mail.id = split_part(letter.key, '/', 3) and replied.kind = 'receipt')`;
  const { count } = await db
    .selectFrom('letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', of.campaign)
    .where('desk', '=', of.party)
    .where('round', '=', of.round)
    .where('kind', '=', 'receipt')
    .$if(of.inReplyToReceipts === true, (query) => query.where(repliedTo))
    .executeTakeFirstOrThrow();
  return count;
}
