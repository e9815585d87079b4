import { anyOf } from './any-of.js';
import type { AnswerRecord } from './answers.js';
import type { Db } from './schema.js';
import type { NewAnswer } from './store-answers.js';

/** The answers that came in one mail, or were entered from it, by task and version. */
export function answersOfMail(db: Db, mail: string): Promise<readonly AnswerRecord[]> {
  return answersOfMails(db, [mail]);
}

export function answersOfMails(db: Db, mails: readonly string[]): Promise<readonly AnswerRecord[]> {
  return db
    .selectFrom('answer')
    .select(['id', 'campaign', 'task', 'round', 'answer_id as answerId', 'version', 'party', 'channel', 'by'])
    .select(['received_at as receivedAt', 'content', 'questions', 'mail', 'accounted_at as accountedAt', 'outcome'])
    .where('mail', '=', anyOf(mails))
    .orderBy('task')
    .orderBy('version')
    .execute();
}

/** How many of them their tasks have yet to judge. */
export async function countUnjudged(db: Db, mails: readonly string[]): Promise<number> {
  const { open } = await db
    .selectFrom('answer')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('mail', '=', anyOf(mails))
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow();
  return open;
}

/** What a coordinator typed from a mail's files takes the place of the answer that only said they came. */
export function entryOf({ channel, mail }: Pick<NewAnswer, 'channel' | 'mail'> | AnswerRecord): {
  readonly enters?: string;
} {
  return channel === 'coordinator' && typeof mail === 'string' ? { enters: mail } : {};
}
