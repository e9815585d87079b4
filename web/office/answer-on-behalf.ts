import { createHash } from 'node:crypto';
import type { AnswerContent } from '../../domain/answer.js';
import type { AnswerOnBehalf, TakenAnswer } from '../../domain/office-requests.js';
import { answersOfTask } from '../../record/answers.js';
import { type TaskRow, taskRows } from '../../record/office-facts.js';
import { refused } from './refuse.js';
import type { Db } from '../../record/schema.js';
import type { Accounting } from './account-answer.js';
import { knownCampaign, knownRound, mailToEnter, refuseStranger } from './known.js';
import { storeEntered } from './store-entered.js';
import { checkAnswers, readBackAnswer } from './take-answers.js';

/** `receivedAt` is when it is entered. */
type Request = AnswerOnBehalf & { readonly receivedAt: string };

/** What a party told by telephone, on paper or in a file nobody could read by machine, entered for the task's present lead. */
export async function answerOnBehalf(accounting: Accounting, request: Request): Promise<TakenAnswer> {
  const { db } = accounting;
  const { campaign, round, task, content, by } = request;
  refuseStranger(await knownCampaign(db, campaign), by);
  await refuseUnopened(db, request);
  const { lead: party } = await answerableTask(db, request);
  const came = await arrivalOf(db, request, party);
  const answerId = await answerIdOf(db, request);
  const answer = { campaign, task, round, answerId, party, channel: 'coordinator', by, content, ...came } as const;
  const [checked] = await checkAnswers(db, [answer]);
  if (!checked) throw new Error(`answer ${answerId} to task ${task} was not checked: expected one for one given`);
  const [stored] = await storeEntered(db, [checked], { via: request.via, at: request.receivedAt });
  if (!stored) throw new Error(`answer ${answerId} was not stored: expected one version for one answer`);
  return readBackAnswer(accounting, checked, stored);
}

/** In time means arrival at our server: a mail's, however long it lay before somebody could read it. */
async function arrivalOf(
  db: Db,
  { campaign, task, mail: id, receivedAt }: Request,
  lead: string,
): Promise<{ readonly receivedAt: string; readonly mail?: string }> {
  if (id === undefined) return { receivedAt };
  const mail = await mailToEnter(db, campaign, id);
  if (mail.party !== null && mail.party !== lead)
    throw refused(({ otherLead }) => otherLead(task, lead, mail.party ?? ''));
  return { receivedAt: mail.receivedAt, mail: mail.id };
}

async function refuseUnopened(db: Db, { campaign, round }: Request): Promise<void> {
  const { state, opensAt } = await knownRound(db, campaign, round);
  if (state !== 'planned') return;
  throw refused(({ unopened }) => unopened(round, opensAt));
}

async function answerableTask(db: Db, { campaign, task, content }: Request): Promise<TaskRow> {
  const [row] = await taskRows(db, campaign, [task]);
  if (!row) throw refused(({ noTask }) => noTask(campaign, task));
  refuseStrayFigures(row, content);
  return row;
}

function refuseStrayFigures({ number, targets }: TaskRow, { figures }: AnswerContent): void {
  const stray = figures.find(({ target }) => targets[target] === undefined);
  if (!stray) return;
  throw refused(({ noTarget }) => noTarget(number, stray.target, targets.length));
}

/** The same words entered once more are the same answer, unless something else was entered in between. */
async function answerIdOf(db: Db, request: Request): Promise<string> {
  const answers = (await answersOfTask(db, request)).filter(({ round }) => round === request.round);
  const newest = answers.at(-1);
  const again = idAfter(request, (newest?.version ?? 0) - 1);
  return newest?.answerId === again ? again : idAfter(request, newest?.version ?? 0);
}

function idAfter({ task, round, content, by, via, mail }: Request, version: number): string {
  const words = JSON.stringify([task, round, content, by, via, version, ...(mail === undefined ? [] : [mail])]);
  return `coordinator-${createHash('sha256').update(words).digest('hex').slice(0, 32)}`;
}
