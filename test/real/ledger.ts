import type { Selectable } from 'kysely';
import type { Db, LetterTable, NoticeTable, TaskTable } from '../../record/schema.js';
import { type AnswerRecord, answersOfTask } from '../../record/answers.js';
import { type RoundRecord, readRounds } from '../../record/rounds.js';

/** All that the record holds of a campaign, as an inspector copies it out. */
export interface Ledger {
  readonly rounds: readonly RoundRecord[];
  readonly letters: readonly Selectable<LetterTable>[];
  readonly notices: readonly Selectable<NoticeTable>[];
  readonly tasks: readonly Selectable<TaskTable>[];
  readonly answers: readonly AnswerRecord[];
  readonly notes: readonly string[];
  /** Mail that nobody has judged. */
  readonly unread: number;
}

export async function readLedger(db: Db, campaign: string): Promise<Ledger> {
  const tasks = await db.selectFrom('task').selectAll().where('campaign', '=', campaign).orderBy('number').execute();
  const answers: AnswerRecord[] = [];
  for (const { number } of tasks) answers.push(...(await answersOfTask(db, { campaign, task: number })));
  return {
    rounds: await readRounds(db, campaign),
    letters: await db.selectFrom('letter').selectAll().where('campaign', '=', campaign).orderBy('id').execute(),
    notices: await db.selectFrom('notice').selectAll().where('campaign', '=', campaign).orderBy('id').execute(),
    tasks,
    answers,
    notes: (await db.selectFrom('note').select('about').orderBy('id').execute()).map(({ about }) => about),
    unread: (await db.selectFrom('mail').select('id').where('state', '=', 'received').execute()).length,
  };
}
