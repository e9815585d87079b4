import { anyOf } from './any-of.js';
import { sql } from 'kysely';
import type { AnswerContent, AnswerOutcome, Channel, Figure, Question } from '../domain/answer.js';
import { askedOnce } from './read-together.js';
import type { Db } from './schema.js';

export interface AnswerRecord {
  readonly id: number;
  readonly campaign: string;
  readonly task: number;
  readonly round: string;
  readonly answerId: string;
  readonly version: number;
  readonly party: string;
  readonly channel: Channel;
  readonly by: string;
  readonly receivedAt: string;
  readonly content: AnswerContent;
  readonly questions: readonly Question[];
  readonly mail: string | null;
  /** Null until the task has judged it; so is `outcome`. */
  readonly accountedAt: string | null;
  readonly outcome: AnswerOutcome | null;
}

export interface AnswerKey {
  readonly campaign: string;
  readonly task: number;
  readonly round: string;
  readonly answerId: string;
}

const columns = [
  'id',
  'campaign',
  'task',
  'round',
  'answer_id as answerId',
  'version',
  'party',
  'channel',
  'by',
  'received_at as receivedAt',
  'content',
  'questions',
  'mail',
  'accounted_at as accountedAt',
  'outcome',
] as const;

export function readAnswer(db: Db, key: AnswerKey): Promise<AnswerRecord | undefined> {
  return db
    .selectFrom('answer')
    .select(columns)
    .where('campaign', '=', key.campaign)
    .where('task', '=', key.task)
    .where('round', '=', key.round)
    .where('answer_id', '=', key.answerId)
    .executeTakeFirst();
}

/** All versions of a task's answers, oldest first. */
export function answersOfTask(
  db: Db,
  { campaign, task }: { readonly campaign: string; readonly task: number },
): Promise<readonly AnswerRecord[]> {
  return db
    .selectFrom('answer')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('task', '=', task)
    .orderBy('round')
    .orderBy('version')
    .execute();
}

interface LatestOf {
  readonly campaign: string;
  readonly round: string;
  readonly tasks?: readonly number[];
}

/** The newest version of each task of the round. Held answers are not the task's word and are left out. */
export const latestAnswers = askedOnce(
  'latest answers',
  (db, of: LatestOf): Promise<readonly AnswerRecord[]> =>
    db
      .selectFrom('answer')
      .select(columns)
      .distinctOn('task')
      .where('campaign', '=', of.campaign)
      .where('round', '=', of.round)
      .$if(of.tasks !== undefined, (query) => query.where('task', '=', anyOf(of.tasks ?? [])))
      .where('outcome', 'is distinct from', 'held')
      .orderBy('task')
      .orderBy('version', 'desc')
      .execute(),
  { changing: true },
);

export interface LastFigures {
  readonly task: number;
  readonly round: string;
  readonly version: number;
  readonly figures: readonly Figure[];
}

interface FiguresBefore {
  readonly campaign: string;
  readonly beforeRound: string;
  readonly tasks?: readonly number[];
}

/** The last figures (上期累计) each task gave in an earlier round; tasks that gave none are absent. */
export const lastFiguresOfAll = askedOnce('last figures', (db, of: FiguresBefore): Promise<readonly LastFigures[]> =>
  db
    .selectFrom('answer')
    .select(['task', 'round', 'version', sql<readonly Figure[]>`content -> 'figures'`.as('figures')])
    .distinctOn('task')
    .where('campaign', '=', of.campaign)
    .$if(of.tasks !== undefined, (query) => query.where('task', '=', anyOf(of.tasks ?? [])))
    .where('round', '<', of.beforeRound)
    .where('outcome', 'is distinct from', 'held')
    .where(sql<boolean>`jsonb_array_length(content -> 'figures') > 0`)
    .orderBy('task')
    .orderBy('round', 'desc')
    .orderBy('version', 'desc')
    .execute(),
);

export function lastFigures(
  db: Db,
  of: { readonly campaign: string; readonly task: number; readonly beforeRound: string },
): Promise<LastFigures | undefined> {
  return db
    .selectFrom('answer')
    .select(['task', 'round', 'version', sql<readonly Figure[]>`content -> 'figures'`.as('figures')])
    .where('campaign', '=', of.campaign)
    .where('task', '=', of.task)
    .where('round', '<', of.beforeRound)
    .where('outcome', 'is distinct from', 'held')
    .where(sql<boolean>`jsonb_array_length(content -> 'figures') > 0`)
    .orderBy('round', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Stored, but not yet judged by their tasks: delivered again at start. Oldest first. */
export function unaccounted(db: Db, campaign: string): Promise<readonly AnswerRecord[]> {
  return db
    .selectFrom('answer')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('accounted_at', 'is', null)
    .orderBy('id')
    .execute();
}

export interface AccountedAnswer extends AnswerKey {
  readonly outcome: AnswerOutcome;
  readonly at: string;
}

/** What was accounted before keeps its outcome. */
export async function markAccounted(db: Db, answers: readonly AccountedAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await sql`
    update answer
    set accounted_at = accounted.at, outcome = accounted.outcome
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      as accounted (campaign text, task integer, round text, "answerId" text, outcome text, at timestamptz)
    where answer.campaign = accounted.campaign
      and answer.task = accounted.task
      and answer.round = accounted.round
      and answer.answer_id = accounted."answerId"
      and answer.accounted_at is null`.execute(db);
}
