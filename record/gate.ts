import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.js';

/** What the gate before a head is judged by (design.md, "Before a head is written to"). */
export interface GateFacts {
  /** When the last letter of this round on this task to the liaison was accepted and did not bounce; null if none. */
  readonly deliveredAt: string | null;
  /** Mail that nobody has judged yet. */
  readonly unread: number;
  /**
   * Mail of this party that waits for a coordinator, a request for an extension among it: what lies with the party, and
   * what came from one of its addresses or domains and lies with another or with none.
   */
  readonly held: number;
  /** The last moment in time for this task, which an extension or a reassignment moves. */
  readonly answerBy: string;
}

export async function gateFacts(
  db: Kysely<Schema>,
  of: { readonly campaign: string; readonly task: number; readonly round: string; readonly party: string },
): Promise<GateFacts> {
  const delivered = db
    .selectFrom('letter')
    .innerJoin('notice', 'notice.letter', 'letter.id')
    .select(sql<string | null>`min(letter.sent_at)`.as('at'))
    .where('notice.campaign', '=', of.campaign)
    .where('notice.task', '=', of.task)
    .where('notice.round', '=', of.round)
    .where('letter.desk', '=', of.party)
    .where('letter.kind', 'in', ['opening', 'reminder', 'overdue', 'second-overdue'])
    .where('letter.state', '=', 'sent')
    .where('letter.bounced_at', 'is', null);
  const unread = db
    .selectFrom('mail')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('state', '=', 'received');
  const held = db
    .selectFrom('mail')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('state', '=', 'held')
    .where((eb) =>
      eb.or([
        eb.and([eb('campaign', '=', of.campaign), eb('party', '=', of.party)]),
        eb.and([
          eb.or([eb('campaign', 'is', null), eb('campaign', '=', of.campaign)]),
          eb.or([
            eb('from_address', 'in', addressesOf(db, of)),
            eb(sql<string>`split_part(from_address, '@', 2)`, 'in', domainsOf(db, of)),
          ]),
        ]),
      ]),
    );
  const answerBy = db
    .selectFrom('round')
    .leftJoin('task', (join) =>
      join
        .onRef('task.campaign', '=', 'round.campaign')
        .onRef('task.round', '=', 'round.id')
        .on('task.number', '=', of.task),
    )
    .select(sql<string>`coalesce(task.answer_by, round.answer_by)`.as('at'))
    .where('round.campaign', '=', of.campaign)
    .where('round.id', '=', of.round);
  return db
    .selectNoFrom([
      delivered.as('deliveredAt'),
      unread.$asScalar().as('unread'),
      held.$asScalar().as('held'),
      answerBy.as('answerBy'),
    ])
    .$castTo<GateFacts>()
    .executeTakeFirstOrThrow();
}

interface PartyKey {
  readonly campaign: string;
  readonly party: string;
}

const addressesOf = (db: Kysely<Schema>, { campaign, party }: PartyKey) =>
  db
    .selectFrom('post')
    .select(sql<string>`lower(post.email)`.as('email'))
    .where('post.campaign', '=', campaign)
    .where('post.party', '=', party)
    .where('post.until', 'is', null);

const domainsOf = (db: Kysely<Schema>, { campaign, party }: PartyKey) =>
  db
    .selectFrom('party')
    .select(sql<string>`jsonb_array_elements_text(party.mail_domains)`.as('domain'))
    .where('party.campaign', '=', campaign)
    .where('party.code', '=', party);
