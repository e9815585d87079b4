import { anyOf } from './any-of.js';
import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { LifeNotice, Transition } from '../domain/task-life/life.js';
import { insertRows } from './insert-rows.js';
import type { TaskKey } from './lock-tasks.js';
import { askedOnce } from './read-together.js';
import type { NoticeStep, Schema } from './schema.js';

type Db = Kysely<Schema>;

/** Steps of the ladder and of a return; what an answer or a closing takes back while it has not left. */
const ladderSteps: readonly NoticeStep[] = [
  'opening',
  'reminder',
  'overdue',
  'second-overdue',
  'escalation',
  'return',
  'return-reminder',
];
/** Steps that are void once their task is answered, even before the task has accounted the answer. */
const answerableSteps: readonly NoticeStep[] = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];

export interface DueNotice {
  readonly id: number;
  readonly task: number;
  readonly round: string;
  readonly step: NoticeStep;
  readonly plannedAt: string;
}

export interface NewNotice extends LifeNotice {
  readonly campaign: string;
  readonly task: number;
  readonly round: string;
  readonly why?: string | undefined;
}

export async function addNotices(db: Db, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map(({ campaign, task, round, step, desk, at, why }) => ({
    campaign,
    task,
    round,
    step,
    desk,
    planned_at: new Date(at).toISOString(),
    why: why ?? null,
  }));
  await insertRows(db, 'notice', rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Openings are one list: a notice for every task that is still asked. */
export async function addOpeningNotices(
  db: Db,
  { campaign, round, at }: { readonly campaign: string; readonly round: string; readonly at: string },
): Promise<void> {
  await db
    .insertInto('notice')
    .columns(['campaign', 'task', 'round', 'step', 'desk', 'planned_at'])
    .expression((from) =>
      from
        .selectFrom('task')
        .select((on) => [
          on.ref('task.campaign').as('campaign'),
          on.ref('task.number').as('task'),
          sql<string>`${round}`.as('round'),
          sql<NoticeStep>`'opening'`.as('step'),
          on.ref('task.lead').as('desk'),
          sql<string>`${at}::timestamptz`.as('planned_at'),
        ])
        .where('task.campaign', '=', campaign)
        .where('task.standing', 'not in', ['accepted', 'withdrawn']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes back what has not left yet, and gives the letters it was in; a letter in `sending` goes as composed (design.md, "desk"). */
export async function takeBackNotices(
  db: Db,
  tasks: readonly TaskKey[],
  state: NonNullable<Transition['takesBack']>,
): Promise<readonly number[]> {
  if (tasks.length === 0) return [];
  const taken = await db
    .updateTable('notice')
    .set({ state })
    .where(ofTasks(tasks))
    .where('step', 'in', ladderSteps)
    .where((on) =>
      on.or([
        on('state', 'in', ['due', 'withheld']),
        on.and([
          on('state', '=', 'claimed'),
          on.exists(
            on
              .selectFrom('letter')
              .select('letter.id')
              .whereRef('letter.id', '=', 'notice.letter')
              .where('letter.state', 'in', ['drafted', 'ready']),
          ),
        ]),
      ]),
    )
    .returning('letter')
    .execute();
  return [...new Set(taken.flatMap(({ letter }) => letter ?? []))];
}

/** Condition on `notice`. */
function ofTasks(tasks: readonly TaskKey[]): RawBuilder<SqlBool> {
  const keys = tasks.map(({ campaign, task }) => ({ campaign, task }));
  return sql<SqlBool>`(notice.campaign, notice.task) in (
    select campaign, task from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as wanted (campaign text, task integer))`;
}

/** Notices of one desk that are due by an instant, oldest first. */
export async function dueNotices(
  db: Db,
  { campaign, desk, at }: { readonly campaign: string; readonly desk: string; readonly at: string },
): Promise<readonly DueNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'task', 'round', 'step', 'planned_at'])
    .where('campaign', '=', campaign)
    .where('desk', '=', desk)
    .where('state', 'in', ['due', 'withheld'])
    .where('planned_at', '<=', at)
    .orderBy('planned_at')
    .orderBy('task')
    .execute();
  return rows.map(({ planned_at, ...row }) => ({ ...row, plannedAt: planned_at }));
}

export interface DeskNotice extends DueNotice {
  readonly campaign: string;
  readonly desk: string;
}

/** Notices that are due to several desks, each by an instant of its own, oldest first. */
export async function dueNoticesOf(
  db: Db,
  desks: readonly { readonly campaign: string; readonly desk: string; readonly dueBy: string }[],
): Promise<readonly DeskNotice[]> {
  const wanted = desks.map(({ campaign, desk, dueBy }) => ({ campaign, desk, dueBy }));
  const { rows } = await sql<DeskNotice>`
    select id, notice.campaign, task, round, step, notice.desk, planned_at as "plannedAt"
    from notice
    where state in ('due', 'withheld') and exists (
      select from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        as wanted (campaign text, desk text, "dueBy" timestamptz)
      where wanted.campaign = notice.campaign and wanted.desk = notice.desk and notice.planned_at <= wanted."dueBy")
    order by planned_at, task`.execute(db);
  return rows;
}

/** Opening notices of one round that no letter has claimed. */
export async function dueOpenings(
  db: Db,
  { campaign, round }: { readonly campaign: string; readonly round: string },
): Promise<readonly (DueNotice & { readonly desk: string })[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'task', 'round', 'step', 'planned_at', 'desk'])
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('step', '=', 'opening')
    .where('state', '=', 'due')
    .orderBy('desk')
    .orderBy('task')
    .execute();
  return rows.map(({ planned_at, ...row }) => ({ ...row, plannedAt: planned_at }));
}

/** Opening notices of one round that have not left yet. */
export async function countUnsentOpenings(
  db: Db,
  { campaign, round }: { readonly campaign: string; readonly round: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('notice')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('step', '=', 'opening')
    .where('state', 'in', ['due', 'claimed'])
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Drops notices whose task has an answer of its present lead in this round, accounted or not: an answer stops the
 * ladder as soon as it is stored.
 */
export async function dropAnswered(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await droppingAnswered(db).where('notice.id', '=', anyOf(ids)).execute();
}

/** The same for what letters carry that have not left. */
export async function dropAnsweredOf(db: Db, letters: readonly number[]): Promise<void> {
  await droppingAnswered(db).where('letter', '=', anyOf(letters)).where('state', '=', 'claimed').execute();
}

function droppingAnswered(db: Db) {
  return db
    .updateTable('notice')
    .set({ state: 'dropped' })
    .where('step', 'in', answerableSteps)
    .where((on) =>
      on.exists(
        on
          .selectFrom('answer')
          .innerJoin('task', (join) =>
            join.onRef('task.campaign', '=', 'answer.campaign').onRef('task.number', '=', 'answer.task'),
          )
          .select('answer.id')
          .whereRef('answer.campaign', '=', 'notice.campaign')
          .whereRef('answer.task', '=', 'notice.task')
          .whereRef('answer.round', '=', 'notice.round')
          .whereRef('answer.party', '=', 'task.lead')
          .where((or) => or.or([or('answer.outcome', 'is', null), or('answer.outcome', '!=', 'held')])),
      ),
    );
}

export interface Claim {
  readonly id: number;
  readonly letter: number;
}

export async function claimNotices(db: Db, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await sql`
    update notice set state = 'claimed', letter = claim.letter
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as claim (id integer, letter integer)
    where notice.id = claim.id and notice.state in ('due', 'withheld')`.execute(db);
}

export async function withholdNotice(db: Db, id: number, why: string): Promise<void> {
  await db.updateTable('notice').set({ state: 'withheld', why, letter: null }).where('id', '=', id).execute();
}

export interface LetterNotice extends DueNotice {
  readonly letter: number;
  readonly why: string | null;
}

/** What letters still carry. */
export async function noticesOfLetters(db: Db, letters: readonly number[]): Promise<readonly LetterNotice[]> {
  if (letters.length === 0) return [];
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'task', 'round', 'step', 'planned_at', 'why', 'letter'])
    .where('letter', '=', anyOf(letters))
    .where('state', 'in', ['claimed', 'sent'])
    .orderBy('task')
    .$narrowType<{ letter: number }>()
    .execute();
  return rows.map(({ planned_at, ...row }) => ({ ...row, plannedAt: planned_at }));
}

export const noticesOfLetter = askedOnce('notices of a letter', (db, letter: number) => noticesOfLetters(db, [letter]));
