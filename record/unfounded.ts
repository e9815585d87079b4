import { sql } from 'kysely';
import type { Db } from './schema.js';

/**
 * Tasks of a bounced letter whose head was written to in its round although, as it turns out, no letter on the task
 * reached the liaison; those the head was told of already are left out.
 */
export async function escalatedUnheard(db: Db, letter: number): Promise<readonly number[]> {
  const { rows } = await sql<{ task: number }>`
    with carried as (select distinct campaign, task, round, desk from notice where letter = ${letter})
    select carried.task
    from carried
    where exists (
        select from notice join letter on letter.id = notice.letter
        where (notice.campaign, notice.task, notice.round) = (carried.campaign, carried.task, carried.round)
          and letter.kind = 'escalation' and letter.state = 'sent' and letter.bounced_at is null)
      and not exists (
        select from notice join letter on letter.id = notice.letter
        where (notice.campaign, notice.task, notice.round) = (carried.campaign, carried.task, carried.round)
          and letter.desk = carried.desk
          and letter.kind in ('opening', 'reminder', 'overdue', 'second-overdue')
          and letter.state = 'sent' and letter.bounced_at is null)
      and not exists (
        select from notice
        where (notice.campaign, notice.task, notice.round) = (carried.campaign, carried.task, carried.round)
          and notice.step = 'unfounded')
    order by carried.task`.execute(db);
  return rows.map(({ task }) => task);
}
