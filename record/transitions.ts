import { sql } from 'kysely';
import type { Transition } from '../domain/task-life/life.js';
import { type AccountedAnswer, markAccounted } from './answers.js';
import { forgetGhosts } from './ghost-transitions.js';
import { dropEmptyLetters } from './letters.js';
import { insertRows } from './insert-rows.js';
import { type LockedTask, lockTasks } from './lock-tasks.js';
import { addNotices, takeBackNotices } from './notices.js';
import type { Trx } from './schema.js';

export type TaskTransition = Transition & { readonly campaign: string; readonly task: number };

/**
 * Writes changes of tasks with all that follows from them: the line, the task's row, what an answer counted as, notices
 * taken back and notices due. One that was written before, because it was delivered twice, changes nothing.
 */
export async function writeTransitions(trx: Trx, written: readonly TaskTransition[]): Promise<void> {
  const locked = await lockTasks(trx, written);
  await forgetGhosts(trx, writtenAgain(written, locked));
  const fresh = await insertTransitions(trx, written);
  await projectStandings(trx, fresh);
  await markAccounted(trx, fresh.flatMap(accounted));
  for (const wave of wavesOf(fresh)) await writeNotices(trx, wave);
}

/** Whose number the task has reached before: the same line once more, or another word under it. */
function writtenAgain(written: readonly TaskTransition[], locked: readonly LockedTask[]): readonly TaskTransition[] {
  const reached = new Map(locked.map(({ campaign, task, sequence }) => [`${campaign}/${task}`, sequence]));
  return written.filter(({ campaign, task, sequence }) => sequence <= (reached.get(`${campaign}/${task}`) ?? 0));
}

async function insertTransitions(trx: Trx, written: readonly TaskTransition[]): Promise<readonly TaskTransition[]> {
  const rows = written.map(({ campaign, task, round, sequence, event, before, after, by, why, ...transition }) => {
    const { lead, mark, answer, notices } = transition;
    const detail = { lead, mark, answer, notices: notices.length };
    return {
      campaign,
      task,
      round,
      sequence,
      event,
      before,
      after,
      at: iso(transition.at),
      by,
      why: why ?? null,
      detail,
    };
  });
  const inserted = await insertRows(trx, 'transition', rows)
    .onConflict((conflict) => conflict.columns(['campaign', 'task', 'round', 'sequence']).doNothing())
    .returning(['campaign', 'task', 'sequence'])
    .execute();
  const keys = new Set(inserted.map(keyOf));
  return written.filter((transition) => keys.delete(keyOf(transition)));
}

function keyOf({ campaign, task, sequence }: Pick<TaskTransition, 'campaign' | 'task' | 'sequence'>): string {
  return `${campaign}/${task}/${sequence}`;
}

/** The task's row shows the newest transition, whatever order they are written in. */
async function projectStandings(trx: Trx, written: readonly TaskTransition[]): Promise<void> {
  if (written.length === 0) return;
  const oldestFirst = written.toSorted((one, other) => one.sequence - other.sequence);
  const newest = new Map(oldestFirst.map((transition) => [`${transition.campaign}/${transition.task}`, transition]));
  const rows = [...newest.values()].map(({ campaign, task, after, mark, round, answerBy, lead, sequence, rating }) => ({
    campaign,
    task,
    after,
    mark,
    lead,
    sequence,
    rating,
    round: round === '-' ? null : round,
    answerBy: answerBy === undefined ? null : iso(answerBy),
  }));
  await sql`
    update task
    set standing = change.after, mark = change.mark, round = change.round, answer_by = change."answerBy",
      lead = change.lead, sequence = change.sequence, rating = coalesce(change.rating, task.rating)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as change (campaign text, task integer, after text,
      mark text, round text, "answerBy" timestamptz, lead text, sequence integer, rating text)
    where task.campaign = change.campaign and task.number = change.task and task.sequence < change.sequence`.execute(
    trx,
  );
}

function accounted({ campaign, task, at, answer }: TaskTransition): readonly AccountedAnswer[] {
  if (!answer) return [];
  return [{ campaign, task, round: answer.round, answerId: answer.id, outcome: answer.outcome, at: iso(at) }];
}

/** A later change of the same task takes back what an earlier one ordered, so those of one task go one after another. */
function wavesOf(written: readonly TaskTransition[]): readonly (readonly TaskTransition[])[] {
  const waves: TaskTransition[][] = [];
  const earlier = new Map<string, number>();
  for (const transition of written.toSorted((one, other) => one.sequence - other.sequence)) {
    const task = `${transition.campaign}/${transition.task}`;
    const wave = earlier.get(task) ?? 0;
    earlier.set(task, wave + 1);
    (waves[wave] ??= []).push(transition);
  }
  return waves;
}

async function writeNotices(trx: Trx, written: readonly TaskTransition[]): Promise<void> {
  for (const state of ['dropped', 'cancelled', 'lapsed'] as const) {
    const tasks = written.filter(({ takesBack }) => takesBack === state);
    const letters = await takeBackNotices(trx, tasks, state);
    await dropEmptyLetters(trx, letters, state === 'lapsed' ? 'lapsed' : 'cancelled');
  }
  await addNotices(
    trx,
    written.flatMap(({ campaign, task, round, why, notices }) =>
      notices.map((notice) => ({ campaign, task, round, why, ...notice })),
    ),
  );
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
