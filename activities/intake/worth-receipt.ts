import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { latestAnswers } from '../../record/answers.js';
import type { Letter } from '../../record/letters.js';
import { countReceipts } from '../../record/receipts.js';
import type { Schema } from '../../record/schema.js';
import type { AnswerPlace, AnswerReading } from './read-answer-mail.js';

/** More receipts than a person of one party causes in a round; a machine that hides its nature would go on for ever. */
const receiptsAtMost = 60;

/**
 * Whether the sender is told what was read. Machines that do not say so are stopped: a reply to a receipt gets another
 * one only if it says something new.
 */
export async function worthReceipt(
  db: Kysely<Schema>,
  place: AnswerPlace,
  { mail, letter, received }: { readonly mail: string; readonly letter: Letter; readonly received: boolean },
  { read, asked, unclear, toEnter }: AnswerReading,
): Promise<boolean> {
  const isHeard = read.answers.length + read.unplaced.length + unclear.length + toEnter.length > 0;
  if (asked.length === 0 || !isHeard) return false;
  if ((await countReceipts(db, place)) >= receiptsAtMost) return false;
  if (letter.kind !== 'receipt' || unclear.length > 0 || received) return true;
  const known = (await latestAnswers(db, place)).filter((answer) => answer.mail !== mail);
  return read.answers.some(
    ({ task, content }) => !known.some((answer) => answer.task === task && isDeepStrictEqual(answer.content, content)),
  );
}
