import { sql } from 'kysely';
import type { Party, Post, PostKind, Register, Task } from '../domain/register.js';
import { insertRows } from './insert-rows.js';
import type { Db, Trx } from './schema.js';

interface RegisterOfCampaign {
  readonly id: string;
  readonly year: number;
  readonly register: Register;
  readonly anchoredAt: string;
  readonly by: string;
}

/** The campaign's own row is there already. */
export async function insertRegister(trx: Trx, campaign: RegisterOfCampaign): Promise<void> {
  await insertParties(trx, campaign);
  await insertPosts(trx, campaign);
  await insertTasks(trx, campaign);
}

async function insertParties(trx: Trx, { id, register }: RegisterOfCampaign): Promise<void> {
  const rows = register.parties.map(
    ({ code, name, fullName, aliases, kind, relation, region, mailDomains }, position) => ({
      campaign: id,
      code,
      name,
      full_name: fullName,
      aliases,
      kind,
      relation,
      position,
      region: region ?? null,
      mail_domains: mailDomains ?? null,
    }),
  );
  if (rows.length > 0) await insertRows(trx, 'party', rows).execute();
}

async function insertPosts(trx: Trx, { id, register, anchoredAt, by }: RegisterOfCampaign): Promise<void> {
  const rows = register.parties.flatMap(({ code, posts }) =>
    postsOf(posts).map(([kind, { name, email, phone = null }]) => ({
      campaign: id,
      party: code,
      kind,
      name,
      email,
      phone,
      since: anchoredAt,
      changed_by: by,
    })),
  );
  if (rows.length > 0) await insertRows(trx, 'post', rows).execute();
}

const postKinds: readonly PostKind[] = ['liaison-a', 'liaison-b', 'section', 'office', 'head'];

function postsOf(posts: Party['posts']): readonly (readonly [PostKind, Post])[] {
  return postKinds.flatMap((kind) => {
    const post = posts[kind];
    return post === undefined ? [] : [[kind, post] as const];
  });
}

async function insertTasks(trx: Trx, { id, year, register }: RegisterOfCampaign): Promise<void> {
  const rows = register.tasks.map(({ support, targets, deadline, ...task }) => ({
    ...task,
    campaign: id,
    deadline: `${year}-${deadline}`,
    support,
    targets,
  }));
  if (rows.length > 0) await insertRows(trx, 'task', rows).execute();
}

export async function readParties(db: Db, campaign: string): Promise<readonly Party[]> {
  const rows = await db
    .selectFrom('party')
    .leftJoin('post', (join) =>
      join
        .onRef('post.campaign', '=', 'party.campaign')
        .onRef('post.party', '=', 'party.code')
        .on('post.until', 'is', null),
    )
    .select(['party.code', 'party.name', 'full_name as fullName', 'aliases', 'party.kind', 'relation', 'region'])
    .select('mail_domains as mailDomains')
    .select(currentPosts.as('posts'))
    .where('party.campaign', '=', campaign)
    .groupBy(['party.campaign', 'party.code'])
    .orderBy('position')
    .orderBy('party.code')
    .execute();
  return rows.map(({ region, mailDomains, ...party }) => ({
    ...party,
    ...(region !== null && { region }),
    ...(mailDomains !== null && { mailDomains }),
  }));
}

const currentPosts = sql<Party['posts']>`
  coalesce(
    jsonb_object_agg(post.kind, jsonb_strip_nulls(jsonb_build_object('name', post.name, 'email', post.email, 'phone', post.phone)))
      filter (where post.id is not null), '{}')`;

export async function readTasks(db: Db, campaign: string): Promise<readonly Task[]> {
  const rows = await db
    .selectFrom('task')
    .select(['number', 'area', 'aspect', 'principle', 'title', 'requirement', 'goal', 'lead', 'support', 'targets'])
    .select(sql<string>`to_char(deadline, 'MM-DD')`.as('deadline'))
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute();
  return rows;
}
