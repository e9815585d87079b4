import { sql } from 'kysely';
import { askedOnce } from './read-together.js';

interface ReceiptsOf {
  readonly campaign: string;
  readonly party: string;
  readonly round: string;
  readonly inReplyToReceipts?: boolean;
}

/** How many receipts a party got in a round, or how many of them in reply to what it wrote under a receipt. */
export const countReceipts = askedOnce(
  'receipts',
  async (db, of: ReceiptsOf): Promise<number> => {
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
  },
  { changing: true },
);
