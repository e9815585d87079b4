import { sql } from 'kysely';
import type { Db } from './schema.js';

/**
 * Tasks that a mail answers by files nobody has entered yet, while their round can still be mended: neither answered by
 * any other way since, nor returned, excused or ended.
 */
export async function tasksToEnter(db: Db, mail: string): Promise<readonly number[]> {
  const { rows } = await sql<{ task: number }>`
    select answer.task from answer
    join round on round.campaign = answer.campaign and round.id = answer.round and round.state in ('open', 'closing')
    join task on task.campaign = answer.campaign and task.number = answer.task and task.lead = answer.party
    where answer.mail = ${mail} and answer.content -> 'toEnter' is not null
      and answer.outcome is distinct from 'held' and answer.outcome is distinct from 'afterClose'
      and task.standing not in ('returned', 'excused', 'accepted', 'withdrawn')
      and not exists (
        select from answer as later
        where (later.campaign, later.task, later.round) = (answer.campaign, answer.task, answer.round)
          and later.version > answer.version and later.outcome is distinct from 'held')
    order by answer.task`.execute(db);
  return rows.map(({ task }) => task);
}
