import { sql } from 'kysely';
import { postNames } from '../domain/post-names.js';
import type { PostKind } from '../domain/register.js';
import type { Db } from './schema.js';

interface PartyFacts {
  readonly party: string;
  readonly bounced: readonly { readonly kind: PostKind; readonly email: string }[];
  readonly held: number;
  readonly unread: number;
  readonly away: number;
}

/** By party code: what keeps letters or answers of a party from arriving. Automatic replies count from `since`. */
export async function troublesOf(
  db: Db,
  campaign: string,
  since: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const facts = await readFacts(db, campaign, since);
  return new Map(facts.map((fact) => [fact.party, sentences(fact)]));
}

async function readFacts(db: Db, campaign: string, since: string): Promise<readonly PartyFacts[]> {
  const { rows } = await sql<PartyFacts>`
    with bounced as (
      select party, jsonb_agg(jsonb_build_object('kind', kind, 'email', email) order by id) as posts
      from post where campaign = ${campaign} and until is null and bounced_at is not null
      group by party
    ), mails as (
      select party, count(*) filter (where state = 'held' and to_enter is null) as held,
        count(*) filter (where state = 'held' and to_enter is not null) as unread,
        count(*) filter (where kind = 'automatic' and received_at >= ${since}) as away
      from mail where campaign = ${campaign} and party is not null
      group by party
    )
    select party, coalesce(bounced.posts, '[]') as bounced, coalesce(held, 0) as held,
      coalesce(unread, 0) as unread, coalesce(away, 0) as away
    from bounced full join mails using (party)`.execute(db);
  return rows;
}

function sentences({ bounced, held, unread, away }: PartyFacts): readonly string[] {
  return [
    ...bounced.map(({ kind, email }) => `${postNames[kind]}的地址 ${email} 退信，需更换。`),
    ...(held > 0 ? [`有 ${held} 封来信待核。`] : []),
    ...(unread > 0 ? [`有 ${unread} 封来信仅有附件，待录入。`] : []),
    ...(away > 0 ? ['收到自动回复，联络员可能不在岗。'] : []),
  ];
}
