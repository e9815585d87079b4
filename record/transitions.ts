import type { Kysely } from 'kysely';
import type { Transition } from '../domain/task-life/life.js';
import type { Schema } from './schema.js';

type Db = Kysely<Schema>;
interface OfTask {
  readonly campaign: string;
  readonly task: number;
}

/** False when this transition is written already: the order was delivered twice. */
export async function insertTransition(
  db: Db,
  { campaign, task, ...transition }: OfTask & Transition,
): Promise<boolean> {
  const { sequence, round, event, before, after, by, why, lead, mark, notices } = transition;
  const written = await db
    .insertInto('transition')
    .values({
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
      detail: JSON.stringify({ lead, mark, answer: transition.answer, notices: notices.length }),
    })
    .onConflict((conflict) => conflict.columns(['campaign', 'task', 'round', 'sequence']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** The task's row shows the newest transition, whatever order they are written in. */
export async function projectStanding(db: Db, { campaign, task, ...transition }: OfTask & Transition): Promise<void> {
  await db
    .updateTable('task')
    .set({
      standing: transition.after,
      mark: transition.mark ?? null,
      round: transition.round === '-' ? null : transition.round,
      answer_by: transition.answerBy === undefined ? null : iso(transition.answerBy),
      lead: transition.lead,
      sequence: transition.sequence,
      ...(transition.rating !== undefined && { rating: transition.rating }),
    })
    .where('campaign', '=', campaign)
    .where('number', '=', task)
    .where('sequence', '<', transition.sequence)
    .execute();
}

/** The newest word on an answer: what it counted as. */
export async function accountAnswer(
  db: Db,
  { campaign, task, at, answer }: OfTask & Pick<Transition, 'at' | 'answer'>,
): Promise<void> {
  if (!answer) return;
  await db
    .updateTable('answer')
    .set({ accounted_at: iso(at), outcome: answer.outcome })
    .where('campaign', '=', campaign)
    .where('task', '=', task)
    .where('round', '=', answer.round)
    .where('answer_id', '=', answer.id)
    .where('accounted_at', 'is', null)
    .execute();
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
