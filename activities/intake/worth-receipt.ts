import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { latestAnswers } from '../../record/answers.js';
import type { Letter } from '../../record/letters.js';
import { countReceipts } from '../../record/receipts.js';
import type { Schema } from '../../record/schema.js';
import type { AnswerPlace, AnswerReading } from './read-answer-mail.js';

/** More receipts than a person of one party causes in a round; a machine that hides its nature would go on for ever. */
export const receiptsAtMost = 60;
/** Of these, in reply to receipts: a person corrects a task once or twice. */
export const repliesAtMost = 12;

/** `stopped`: it would be worth one, but the party has had as many as a person causes. */
export type Worth = 'worth' | 'not' | 'stopped';

/**
 * Whether the sender is told what was read. Machines that do not say so are stopped: a reply to a receipt gets another
 * one only if it says something new, and after a dozen none.
 */
export async function worthReceipt(
  db: Kysely<Schema>,
  place: AnswerPlace,
  { mail, letter, received }: { readonly mail: string; readonly letter: Letter; readonly received: boolean },
  { read, asked, unclear, toEnter }: AnswerReading,
): Promise<Worth> {
  const isHeard = read.answers.length + read.unplaced.length + unclear.length + toEnter.length > 0;
  if (asked.length === 0 || !isHeard) return 'not';
  const isReply = letter.kind === 'receipt';
  if (isReply && unclear.length === 0 && !received && !(await hasNews(db, place, mail, read))) return 'not';
  if ((await countReceipts(db, place)) >= receiptsAtMost) return 'stopped';
  return isReply && (await countReceipts(db, { ...place, inReplyToReceipts: true })) >= repliesAtMost
    ? 'stopped'
    : 'worth';
}

async function hasNews(
  db: Kysely<Schema>,
  place: AnswerPlace,
  mail: string,
  read: AnswerReading['read'],
): Promise<boolean> {
  const known = (await latestAnswers(db, place)).filter((answer) => answer.mail !== mail);
  return read.answers.some(
    ({ task, content }) => !known.some((answer) => answer.task === task && isDeepStrictEqual(answer.content, content)),
  );
}
