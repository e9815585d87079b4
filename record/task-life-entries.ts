import { sql } from 'kysely';
import type { TaskHistory } from '../domain/board.js';
import type { Db } from './schema.js';

interface OfTask {
  readonly campaign: string;
  readonly task: number;
}

/** The letters that a task stood in, oldest first; one that has not left is told with its planned instant. */
export async function lettersOfTask(db: Db, { campaign, task }: OfTask): Promise<TaskHistory['letters']> {
  return db
    .selectFrom('letter')
    .select(['id', 'kind', 'desk', 'round', 'state', 'recipients as to', 'signed_by as signedBy', 'failure'])
    .select(sql<string>`coalesce(sent_at, planned_at)`.as('at'))
    .where('campaign', '=', campaign)
    .where('id', 'in', (from) =>
      from
        .selectFrom('notice')
        .select('letter')
        .where('notice.campaign', '=', campaign)
        .where('task', '=', task)
        .where('letter', 'is not', null)
        .$narrowType<{ letter: number }>(),
    )
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Calls to whoever was written to about the task, in the rounds in which it was. */
export function callsOfTask(db: Db, { campaign, task }: OfTask): Promise<TaskHistory['calls']> {
  return db
    .selectFrom('call')
    .select(['id', 'at', 'round', 'party', 'by', 'outcome', 'said', 'note'])
    .where('campaign', '=', campaign)
    .where((on) =>
      on.exists(
        on
          .selectFrom('notice')
          .select('notice.id')
          .where('notice.campaign', '=', campaign)
          .where('notice.task', '=', task)
          .whereRef('notice.round', '=', 'call.round')
          .whereRef('notice.desk', '=', 'call.party'),
      ),
    )
    .orderBy('id')
    .execute();
}

/** Mail that brought an answer of the task, or that came back to a letter about it and brought none. */
export async function mailsOfTask(db: Db, { campaign, task }: OfTask): Promise<TaskHistory['mails']> {
  const { rows } = await sql<TaskHistory['mails'][number]>`
    select id, received_at as at, round, party, kind, state, from_address as "from", subject, reasons,
      decided_by as "decidedBy"
    from mail
    where id in (select mail from answer where campaign = ${campaign} and task = ${task} and mail is not null)
      or (letter in (select letter from notice where campaign = ${campaign} and task = ${task})
        and (kind is distinct from 'answer' or state <> 'delivered'))
    order by received_at, id`.execute(db);
  return rows;
}
