import { sql } from 'kysely';
import { groupCommitFor } from './group-commit.js';
import type { Db } from './schema.js';

interface Look {
  readonly campaign: string;
  readonly desk: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * How many of a desk's tasks have not yet written the step that others with the same deadline wrote for an instant.
 * Tasks that were answered, excused, extended or reassigned do not walk that step. Desks that look at about the same time look together.
 */
export const countBehind = groupCommitFor<Db, Look, number>(countAll, { rowsPerTransaction: 100 });

async function countAll(db: Db, looks: readonly Look[]): Promise<readonly number[]> {
  const { rows } = await sql<{ place: number; count: number }>`
    select wanted.place, behind.count
    from jsonb_to_recordset(${JSON.stringify(looks.map((look, place) => ({ ...look, place })))}::jsonb)
      as wanted (place integer, campaign text, desk text, at timestamptz)
    cross join lateral (
      select count(*)::int as count
      from task
      where task.campaign = wanted.campaign
        and task.lead = wanted.desk
        and task.standing in ('asked', 'overdue')
        and exists (
          select from notice
          join task as other on (other.campaign, other.number) = (notice.campaign, notice.task)
          where notice.campaign = task.campaign
            and notice.desk = task.lead
            and notice.round = task.round
            and notice.planned_at = wanted.at
            and notice.step in ('reminder', 'overdue', 'second-overdue', 'escalation')
            and other.answer_by = task.answer_by
            and not exists (
              select from notice as own
              where (own.campaign, own.task, own.round, own.step)
                  = (task.campaign, task.number, notice.round, notice.step)
                and own.planned_at = notice.planned_at))
        and not exists (
          select from answer
          where (answer.campaign, answer.task, answer.round, answer.party)
              = (task.campaign, task.number, task.round, task.lead))
    ) as behind`.execute(db);
  return looks.map((_, place) => rows.find((row) => row.place === place)?.count ?? 0);
}
