import { sql } from 'kysely';
import type { AskedRound, CheckedParty, LostLetter } from '../domain/contact-check.js';
import type { ContactHolder } from '../domain/board.js';
import type { Db } from './schema.js';

interface OfParty {
  readonly campaign: string;
  readonly party: string;
}

/** Everybody who held a party's posts, by post, newest first. */
export function postHistory(db: Db, { campaign, party }: OfParty): Promise<readonly ContactHolder[]> {
  return db
    .selectFrom('post')
    .select(['kind as post', 'name', 'email', 'phone', 'since', 'until', 'changed_by as changedBy', 'why'])
    .select(['bounced_at as bouncedAt', 'confirmed_at as confirmedAt'])
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .orderBy('kind')
    .orderBy('id', 'desc')
    .execute();
}

/** Parties that lead tasks which are still asked, in the register's order. */
export function askedParties(db: Db, campaign: string): Promise<readonly CheckedParty[]> {
  return db
    .selectFrom('party')
    .select(['code', 'name', 'relation'])
    .where('campaign', '=', campaign)
    .where((on) =>
      on.exists(
        on
          .selectFrom('task')
          .select('task.number')
          .whereRef('task.campaign', '=', 'party.campaign')
          .whereRef('task.lead', '=', 'party.code')
          .where('task.standing', 'not in', ['accepted', 'withdrawn']),
      ),
    )
    .orderBy('position')
    .orderBy('code')
    .execute();
}

/** Letters that came back from an address of today, oldest first, with the status the report gave. */
export async function lostLetters(db: Db, campaign: string): Promise<readonly LostLetter[]> {
  const { rows } = await sql<LostLetter>`
    select distinct letter.id as letter, post.email, mail.received_at as at,
      substring(mail.reasons::text from '退信（(\\d\\.\\d+\\.\\d+)）') as status
    from mail
    join letter on letter.id = mail.letter
    join post on post.campaign = letter.campaign and post.until is null and post.bounced_at is not null
      and post.bounced_at <= mail.received_at
    where mail.campaign = ${campaign} and mail.kind = 'bounce' and mail.reasons::text like '%退信（%'
      and (letter.recipients || letter.copies) @> to_jsonb(post.email)
    order by at, letter`.execute(db);
  return rows;
}

/** Rounds whose answers were due by `now`, for each party that got a 调度通知, and when the party was last heard in them. */
export async function askedRounds(
  db: Db,
  { campaign, now }: { readonly campaign: string; readonly now: string },
): Promise<readonly AskedRound[]> {
  const { rows } = await sql<AskedRound>`
    with heard as (
      select party, round, received_at from answer where campaign = ${campaign} and channel <> 'coordinator'
      union all
      select party, round, received_at from mail
      where campaign = ${campaign} and kind in ('answer', 'acknowledgement') and state <> 'refused'
    )
    select letter.desk as party, round.id as round, round.opens_at as "opensAt", max(heard.received_at) as "heardAt"
    from round
    join letter on letter.campaign = round.campaign and letter.round = round.id
      and letter.kind = 'opening' and letter.sent_at is not null
    left join heard on heard.party = letter.desk and heard.round = round.id
    where round.campaign = ${campaign} and round.answer_by <= ${now}
    group by letter.desk, round.id, round.opens_at
    order by round.opens_at`.execute(db);
  return rows;
}

/** The newest automatic reply of each party that was not heard of since; without reports of delivery and of reading. */
export async function awayReplies(
  db: Db,
  campaign: string,
): Promise<readonly { readonly party: string; readonly email: string | null; readonly at: string; raw: string }[]> {
  const { rows } = await sql<{ party: string; email: string | null; at: string; raw: string }>`
    select distinct on (party) party, from_address as email, received_at as at, raw
    from mail
    where campaign = ${campaign} and kind = 'automatic' and party is not null
      and not (reasons @> '["投递成功报告"]' or reasons @> '["已读回执"]')
      and not exists (
        select 1 from mail as later
        where later.campaign = mail.campaign and later.party = mail.party
          and later.kind in ('answer', 'acknowledgement') and later.received_at > mail.received_at
      )
    order by party, received_at desc`.execute(db);
  return rows;
}

/** Posts that have had a holder before: `party post`. */
export async function succeededPosts(db: Db, campaign: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('post')
    .select(['party', 'kind'])
    .distinct()
    .where('campaign', '=', campaign)
    .where('until', 'is not', null)
    .execute();
  return rows.map(({ party, kind }) => `${party} ${kind}`);
}
