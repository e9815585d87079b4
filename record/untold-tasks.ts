import { sql } from 'kysely';
import type { Db } from './schema.js';

export interface UntoldTask {
  readonly task: number;
  readonly round: string;
  /** ISO instant at which its 督办函 was taken. */
  readonly sentAt: string;
}

/** A party's tasks whose 督办函 left and that have not written so: they were not told, or have not come to it yet. */
export async function untoldTasks(
  db: Db,
  { campaign, desk }: { readonly campaign: string; readonly desk: string },
): Promise<readonly UntoldTask[]> {
  const { rows } = await sql<UntoldTask>`
    select notice.task, letter.round, letter.sent_at as "sentAt"
    from letter join notice on notice.letter = letter.id
    where letter.campaign = ${campaign} and letter.desk = ${desk}
      and letter.kind = 'escalation' and letter.state = 'sent'
      and not exists (
        select from transition
        where (transition.campaign, transition.task, transition.round) = (notice.campaign, notice.task, letter.round)
          and transition.event = 'escalated')
    order by notice.task`.execute(db);
  return rows;
}
