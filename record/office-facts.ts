import { anyOf } from './any-of.js';
import { groupBy } from '../domain/group-by.js';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { AnswerContent } from '../domain/answer.js';
import type { PostKind } from '../domain/register.js';
import { askedOnce } from './read-together.js';
import type { CampaignTable, PartyTable, PostTable, RoundTable, Schema, TaskTable } from './schema.js';

type Db = Kysely<Schema>;
export type CampaignRow = Selectable<CampaignTable>;
export type PartyRow = Selectable<PartyTable>;
export type TaskRow = Selectable<TaskTable>;
export type RoundRow = Selectable<RoundTable>;
export type PostRow = Selectable<PostTable>;
export interface LastAnswer {
  readonly task: number;
  readonly round: string;
  readonly content: AnswerContent;
}

export const campaignRow = askedOnce('campaign', (db, id: string): Promise<CampaignRow> =>
  db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Error(`台账中没有行动${id}；请先用 shuangyue start 建立。`)),
);

export const partyRow = askedOnce('party', (db, campaign: string, code: string): Promise<PartyRow | undefined> =>
  db.selectFrom('party').selectAll().where('campaign', '=', campaign).where('code', '=', code).executeTakeFirst(),
);

/** All parties of a campaign, or those of these codes. */
export async function partyRows(db: Db, campaign: string, codes?: readonly string[]): Promise<readonly PartyRow[]> {
  return db
    .selectFrom('party')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(codes !== undefined, (query) => query.where('code', '=', anyOf(codes ?? [])))
    .execute();
}

/** All tasks of a campaign, or those of these numbers, by number. */
export async function taskRows(db: Db, campaign: string, numbers?: readonly number[]): Promise<readonly TaskRow[]> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(numbers !== undefined, (query) => query.where('number', '=', anyOf(numbers ?? [])))
    .orderBy('number')
    .execute();
}

/** Tasks that these parties lead or help with, and those of these numbers besides. */
export async function tasksAround(
  db: Db,
  of: { readonly campaign: string; readonly parties: readonly string[]; readonly numbers: readonly number[] },
): Promise<readonly TaskRow[]> {
  return db
    .selectFrom('task')
    .selectAll()
    .where('campaign', '=', of.campaign)
    .where((on) =>
      on.or([
        on('lead', '=', anyOf(of.parties)),
        on('number', '=', anyOf(of.numbers)),
        sql<boolean>`support ?| ${of.parties}::text[]`,
      ]),
    )
    .orderBy('number')
    .execute();
}

export const roundRow = askedOnce('round', (db, campaign: string, id: string): Promise<RoundRow> =>
  db
    .selectFrom('round')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Error(`行动${campaign}没有调度期${id}；请用 shuangyue status 查看。`)),
);

export type CurrentPosts = Readonly<Partial<Record<PostKind, PostRow>>>;

export const currentPosts = askedOnce(
  'current posts',
  async (db, campaign: string, party: string): Promise<CurrentPosts> => {
    const rows = await db
      .selectFrom('post')
      .selectAll()
      .where('campaign', '=', campaign)
      .where('party', '=', party)
      .where('until', 'is', null)
      .execute();
    return byKind(rows);
  },
);

/** Current posts of every party of a campaign, or of these, by party code. */
export async function allCurrentPosts(
  db: Db,
  campaign: string,
  parties?: readonly string[],
): Promise<ReadonlyMap<string, CurrentPosts>> {
  const rows = await db
    .selectFrom('post')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(parties !== undefined, (query) => query.where('party', '=', anyOf(parties ?? [])))
    .where('until', 'is', null)
    .execute();
  return new Map([...groupBy(rows, ({ party }) => party)].map(([party, posts]) => [party, byKind(posts)]));
}

function byKind(rows: readonly PostRow[]): CurrentPosts {
  return Object.fromEntries(rows.map((row) => [row.kind, row]));
}

/** The newest accounted answer of an earlier round for each of these tasks. */
export const lastAnswers = askedOnce(
  'last answers',
  async (
    db,
    of: { readonly campaign: string; readonly before: string; readonly tasks: readonly number[] },
  ): Promise<readonly LastAnswer[]> => {
    if (of.tasks.length === 0) return [];
    return db
      .selectFrom('answer')
      .distinctOn('task')
      .select(['task', 'round', 'content'])
      .where('campaign', '=', of.campaign)
      .where('task', '=', anyOf(of.tasks))
      .where('round', '<', of.before)
      .where(sql<boolean>`coalesce(outcome, '') <> 'held'`)
      .where(sql<boolean>`content -> 'toEnter' is null`)
      .orderBy('task')
      .orderBy('round', 'desc')
      .orderBy('version', 'desc')
      .execute();
  },
);
