import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { TaskAnswer } from '../../mail/answer/read-answers.js';
import { type AnswerRecord, latestAnswers } from '../../record/answers.js';
import type { Schema } from '../../record/schema.js';
import type { AnswerPlace, AnswerReading } from './read-answer-mail.js';

export interface NewRows {
  readonly answers: readonly TaskAnswer[];
  /** Rows of a sheet that say what their party said last: they make no new version, and the mail is kept with them. */
  readonly unchanged: readonly number[];
}

/** A sheet is sent again whole, mostly for a few rows. A task that was returned is answered anew in any words. */
export async function newRows(
  db: Kysely<Schema>,
  place: AnswerPlace,
  mail: string,
  { read, fromSheet, asked }: AnswerReading,
): Promise<NewRows> {
  const said = fromSheet.length === 0 ? [] : await saidBefore(db, place, mail, fromSheet);
  const isReturned = (task: number) => asked.some(({ number, standing }) => number === task && standing === 'returned');
  const isSame = ({ task, content }: TaskAnswer) =>
    !isReturned(task) && said.some((known) => known.task === task && isDeepStrictEqual(known.content, plain(content)));
  return {
    answers: read.answers.filter((answer) => !isSame(answer)),
    unchanged: read.answers.filter(isSame).map(({ task }) => task),
  };
}

/** What the party said last on these tasks before this mail; one that is judged again does not stand in its own way. */
export async function saidBefore(
  db: Kysely<Schema>,
  { campaign, round, party }: AnswerPlace,
  mail: string,
  tasks: readonly number[],
): Promise<readonly AnswerRecord[]> {
  const latest = await latestAnswers(db, { campaign, round, tasks });
  return latest.filter((answer) => answer.party === party && answer.mail !== mail);
}

/** As the record gives it back. */
const plain = (content: TaskAnswer['content']): unknown => JSON.parse(JSON.stringify(content));
