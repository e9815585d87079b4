import { type Kysely, sql } from 'kysely';
import type { Standing } from '../domain/standing.js';
import type { Schema } from './schema.js';

type Db = Kysely<Schema>;
interface OfRound {
  readonly campaign: string;
  readonly round: string;
}

/** Numbers of the tasks that are asked in every round until they are accepted or withdrawn. */
export async function runningTasks(db: Db, campaign: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('task')
    .select('number')
    .where('campaign', '=', campaign)
    .where('standing', 'not in', ['accepted', 'withdrawn'])
    .orderBy('number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Tasks of this round that are not closed yet. */
export async function countOpenTasks(db: Db, { campaign, round }: OfRound): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('standing', 'in', ['asked', 'overdue', 'escalated', 'returned'])
    .executeTakeFirstOrThrow();
  return count;
}

export interface SilentTask {
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly standing: Standing;
}

/** Tasks whose lead has sent nothing in this round. */
export async function silentTasks(db: Db, { campaign, round }: OfRound): Promise<readonly SilentTask[]> {
  return db
    .selectFrom('task')
    .select(['number', 'title', 'lead', 'standing'])
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('standing', 'in', ['asked', 'overdue', 'escalated'])
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('answer')
            .select('answer.id')
            .whereRef('answer.campaign', '=', 'task.campaign')
            .whereRef('answer.task', '=', 'task.number')
            .where('answer.round', '=', round)
            .whereRef('answer.party', '=', 'task.lead'),
        ),
      ),
    )
    .orderBy('number')
    .execute();
}
