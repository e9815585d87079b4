import { sql } from 'kysely';
import type { Trx } from './schema.js';

interface TaskKey {
  readonly campaign: string;
  readonly task: number;
}

/** Two processes that write about the same tasks wait for each other; in one order, so never in a ring. */
export async function lockTasks(trx: Trx, tasks: readonly TaskKey[]): Promise<void> {
  await sql`
    select from task
    where (campaign, number) in (
      select campaign, task from jsonb_to_recordset(${JSON.stringify(tasks.map(keyOf))}::jsonb)
        as wanted (campaign text, task integer))
    order by campaign, number
    for no key update`.execute(trx);
}

function keyOf({ campaign, task }: TaskKey): TaskKey {
  return { campaign, task };
}
