import type { TakenAnswer } from '../../domain/office-requests.js';
import type { Question } from '../../domain/answer.js';
import { questionsOn } from '../../mail/answer/questions.js';
import { lastFiguresOfAll, readAnswer } from '../../record/answers.js';
import { entryOf } from '../../record/mail-answers.js';
import { type TaskRow, taskRows } from '../../record/office-facts.js';
import type { Db } from '../../record/schema.js';
import type { NewAnswer, StoredVersion } from '../../record/store-answers.js';
import { accountAnswer, type Accounting } from './account-answer.js';
import { refused } from './refuse.js';

/** An answer ready to be stored, and what its task was when it came. */
export interface Checked {
  readonly answer: NewAnswer & { readonly questions: readonly Question[] };
  readonly task: TaskRow;
}

/** Asks back what an answer leaves open; one that names no task of the campaign is refused. */
export async function checkAnswers(db: Db, answers: readonly NewAnswer[]): Promise<readonly Checked[]> {
  const [first] = answers;
  if (!first) return [];
  const rows = await taskRows(db, first.campaign);
  const figures = await lastFiguresOfAll(db, { campaign: first.campaign, beforeRound: first.round });
  return answers.map((answer) => {
    const task = rows.find(({ number }) => number === answer.task);
    if (!task) throw refused(({ noTask }) => noTask(answer.campaign, answer.task));
    const lastFigures = figures.find((last) => last.task === answer.task)?.figures ?? [];
    return { task, answer: { ...answer, questions: questionsOn({ ...task, lastFigures }, answer.content, []) } };
  });
}

/** How a stored answer is read back: its version, and what it counted as where its task said so in time. */
export async function readBackAnswer(
  accounting: Accounting,
  { answer, task }: Checked,
  { version, fresh }: StoredVersion,
): Promise<TakenAnswer> {
  const taken = { task: answer.task, version, questions: answer.questions };
  const known = fresh ? undefined : await readAnswer(accounting.db, answer);
  if (known?.outcome) return { ...taken, standing: task.standing, outcome: known.outcome };
  const accounted = await accountAnswer(accounting, { ...answer, ...entryOf(answer) });
  return { ...taken, standing: accounted?.standing ?? task.standing, outcome: accounted?.outcome ?? null };
}
