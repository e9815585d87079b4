import type { AnswerRecord } from './answers.js';
import type { Db } from './schema.js';

/** The answers that came in one mail, by task. */
export function answersOfMail(db: Db, mail: string): Promise<readonly AnswerRecord[]> {
  return db
    .selectFrom('answer')
    .select(['id', 'campaign', 'task', 'round', 'answer_id as answerId', 'version', 'party', 'channel', 'by'])
    .select(['received_at as receivedAt', 'content', 'questions', 'mail', 'accounted_at as accountedAt', 'outcome'])
    .where('mail', '=', mail)
    .orderBy('task')
    .execute();
}
