import { sql } from 'kysely';
import type { Db } from './schema.js';

/**
 * How many of a desk's tasks have not yet written the step that others with the same deadline wrote for an instant.
 * Tasks that were answered, excused, extended or reassigned do not walk that step.
 */
export async function countBehind(
  db: Db,
  { campaign, desk, at }: { readonly campaign: string; readonly desk: string; readonly at: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from task
    where task.campaign = ${campaign}
      and task.lead = ${desk}
      and task.standing in ('asked', 'overdue')
      and exists (
        select from notice
        join task as other on (other.campaign, other.number) = (notice.campaign, notice.task)
        where notice.campaign = task.campaign
          and notice.desk = task.lead
          and notice.round = task.round
          and notice.planned_at = ${at}::timestamptz
          and notice.step in ('reminder', 'overdue', 'second-overdue', 'escalation')
          and other.answer_by = task.answer_by
          and not exists (
            select from notice as own
            where (own.campaign, own.task, own.round, own.step) = (task.campaign, task.number, notice.round, notice.step)
              and own.planned_at = notice.planned_at))
      and not exists (
        select from answer
        where (answer.campaign, answer.task, answer.round, answer.party)
            = (task.campaign, task.number, task.round, task.lead))`.execute(db);
  return rows[0]?.count ?? 0;
}
