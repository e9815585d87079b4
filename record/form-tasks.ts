import { sql } from 'kysely';
import type { Target } from '../domain/register.js';
import type { Standing } from '../domain/standing.js';
import type { Db } from './schema.js';

export interface FormTask {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly targets: readonly Target[];
  /** ISO date. */
  readonly deadline: string;
  /** In this round; once the next one has opened, as this one left it. */
  readonly standing: Standing;
  /** The task's own in this round; null where it has none, or no longer. */
  readonly answerBy: string | null;
  /** Why its answer was last returned in this round. */
  readonly returnedFor: string | null;
}

/**
 * What a party's page shows of a round: tasks it leads now that were announced or opened then, also those that are
 * accepted or withdrawn since. A letter may arrive before the task itself has opened: then it is asked.
 */
export async function formTasks(
  db: Db,
  { campaign, party, round }: { readonly campaign: string; readonly party: string; readonly round: string },
): Promise<readonly FormTask[]> {
  const { rows } = await sql<FormTask>`
    select task.number, task.title, task.goal, task.targets, task.deadline,
      case when task.standing in ('accepted', 'withdrawn') then task.standing else coalesce(last.after, 'asked') end
        as standing,
      case when task.round = ${round} then task.answer_by end as "answerBy",
      (select why from transition
        where transition.campaign = task.campaign and transition.task = task.number
          and transition.round = ${round} and event = 'return'
        order by sequence desc limit 1) as "returnedFor"
    from task left join lateral (
      select after from transition
      where transition.campaign = task.campaign and transition.task = task.number and transition.round = ${round}
      order by sequence desc limit 1
    ) as last on true
    where task.campaign = ${campaign} and task.lead = ${party}
      and (task.round = ${round} or last.after is not null or exists (
        select from notice
        where notice.campaign = task.campaign and notice.task = task.number and notice.round = ${round}))
    order by task.number`.execute(db);
  return rows;
}
