import { sql } from 'kysely';
import { anyOf } from './any-of.js';
import type { Trx } from './schema.js';

export interface TaskKey {
  readonly campaign: string;
  readonly task: number;
}

export interface LockedTask extends TaskKey {
  /** Of its newest transition. */
  readonly sequence: number;
}

/** Two processes that write about the same tasks wait for each other; in one order, so never in a ring. */
export async function lockTasks(trx: Trx, tasks: readonly TaskKey[]): Promise<readonly LockedTask[]> {
  const { rows } = await sql<LockedTask>`
    select campaign, number as task, sequence from task
    where (campaign, number) in (
      select campaign, task from jsonb_to_recordset(${JSON.stringify(tasks.map(keyOf))}::jsonb)
        as wanted (campaign text, task integer))
    order by campaign, number
    for no key update`.execute(trx);
  return rows;
}

/** The same for the tasks that letters carry. */
export async function lockTasksOfLetters(trx: Trx, letters: readonly number[]): Promise<void> {
  await trx
    .selectFrom('task')
    .select(sql.lit(1).as('locked'))
    .where((on) =>
      on.exists(
        on
          .selectFrom('notice')
          .select('notice.id')
          .whereRef('notice.campaign', '=', 'task.campaign')
          .whereRef('notice.task', '=', 'task.number')
          .where('notice.letter', '=', anyOf(letters)),
      ),
    )
    .orderBy('campaign')
    .orderBy('number')
    .forNoKeyUpdate()
    .execute();
}

function keyOf({ campaign, task }: TaskKey): TaskKey {
  return { campaign, task };
}
