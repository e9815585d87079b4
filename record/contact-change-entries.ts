import { sql } from 'kysely';
import type { ContactChangeEntry } from '../domain/board.js';
import type { Db } from './schema.js';

export interface ChangeFilter {
  readonly campaign: string;
  readonly mail?: string;
  /** Only what parties asked for and nobody decided. */
  readonly waiting?: boolean;
}

/** Changes of contacts with who holds the post now and who held it until the change, newest first. */
export function contactChangeEntries(
  db: Db,
  { campaign, mail, waiting }: ChangeFilter,
): Promise<readonly ContactChangeEntry[]> {
  return db
    .selectFrom('contact_change as change')
    .innerJoin('party', (join) =>
      join.onRef('party.campaign', '=', 'change.campaign').onRef('party.code', '=', 'change.party'),
    )
    .leftJoin('post as now', (join) =>
      join
        .onRef('now.campaign', '=', 'change.campaign')
        .onRef('now.party', '=', 'change.party')
        .onRef('now.kind', '=', 'change.kind')
        .on('now.until', 'is', null),
    )
    .leftJoin('post as old', 'old.id', 'change.replaces')
    .select(['change.id', 'change.party', 'party.name as partyName', 'change.kind as post', 'change.name'])
    .select([
      'change.email',
      'change.phone',
      'change.source',
      'change.state',
      'change.asked_by as askedBy',
      'change.asked_at as askedAt',
    ])
    .select([
      'change.effective_on as effectiveOn',
      'change.doubts',
      'change.why',
      'change.mail',
      'change.decided_by as decidedBy',
    ])
    .select([heldPost('now').as('current'), heldPost('old').as('replaced')])
    .where('change.campaign', '=', campaign)
    .$if(mail !== undefined, (query) => query.where('change.mail', '=', mail ?? ''))
    .$if(waiting === true, (query) =>
      query.where('change.state', 'in', ['asked', 'held']).where('change.source', '<>', 'coordinator'),
    )
    .orderBy('change.id', 'desc')
    .execute();
}

function heldPost(table: 'now' | 'old') {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql<ContactChangeEntry['current']>`
    case when ${column('id')} is null then null else jsonb_build_object(
      'name', ${column('name')}, 'email', ${column('email')}, 'phone', ${column('phone')}) end`;
}
