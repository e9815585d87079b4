import { sql } from 'kysely';
import type { Db } from './schema.js';

export interface TaskToEnter {
  readonly task: number;
  /** Its round has not closed: what the files do not say can be given back. */
  readonly open: boolean;
}

/** Tasks that a mail answers by files nobody has entered yet: neither answered by any other way since, nor returned, excused or ended. */
export async function tasksToEnter(db: Db, mail: string): Promise<readonly TaskToEnter[]> {
  const { rows } = await sql<TaskToEnter>`
    select answer.task, round.state = 'open' as open
    from answer
    join round on round.campaign = answer.campaign and round.id = answer.round
    join task on task.campaign = answer.campaign and task.number = answer.task and task.lead = answer.party
    where answer.mail = ${mail} and answer.content -> 'toEnter' is not null
      and answer.outcome is distinct from 'held'
      and task.standing not in ('accepted', 'withdrawn')
      and not (task.round = answer.round and task.standing in ('returned', 'excused'))
      and not exists (
        select from answer as later
        where (later.campaign, later.task, later.round) = (answer.campaign, answer.task, answer.round)
          and later.version > answer.version and later.outcome is distinct from 'held')
    order by answer.task`.execute(db);
  return rows;
}
