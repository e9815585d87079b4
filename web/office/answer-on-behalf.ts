import { createHash } from 'node:crypto';
import type { AnswerContent } from '../../domain/answer.js';
import type { AnswerOnBehalf, TakenAnswer } from '../../domain/office-requests.js';
import { answersOfTask } from '../../record/answers.js';
import { append } from '../../record/journal.js';
import { type TaskRow, taskRows } from '../../record/office-facts.js';
import { refused } from './refuse.js';
import type { Db } from '../../record/schema.js';
import { storeAnswers, type StoredVersion } from '../../record/store-answers.js';
import type { Accounting } from './account-answer.js';
import { knownCampaign, knownRound, refuseStranger } from './known.js';
import { type Checked, checkAnswers, readBackAnswer } from './take-answers.js';

type Request = AnswerOnBehalf & { readonly receivedAt: string };

/** What a party told by telephone or on paper, entered by a coordinator for the task's present lead. */
export async function answerOnBehalf(accounting: Accounting, request: Request): Promise<TakenAnswer> {
  const { db } = accounting;
  const { campaign, round, task, content, by, receivedAt } = request;
  refuseStranger(await knownCampaign(db, campaign), by);
  await refuseUnopened(db, request);
  const { lead: party } = await answerableTask(db, request);
  const answerId = await answerIdOf(db, request);
  const answer = { campaign, task, round, answerId, party, channel: 'coordinator', by, receivedAt, content } as const;
  const [checked] = await checkAnswers(db, [answer]);
  if (!checked) throw new Error(`answer ${answerId} to task ${task} was not checked: expected one for one given`);
  return readBackAnswer(accounting, checked, await storeWithJournal(db, checked, request.via));
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

function idAfter({ task, round, content, by, via }: Request, version: number): string {
  const words = JSON.stringify([task, round, content, by, via, version]);
  return `coordinator-${createHash('sha256').update(words).digest('hex').slice(0, 32)}`;
}

function storeWithJournal(db: Db, { answer }: Checked, via: string): Promise<StoredVersion> {
  return db.transaction().execute(async (trx) => {
    const [stored] = await storeAnswers(trx, [answer]);
    if (!stored) throw new Error(`answer ${answer.answerId} was not stored: expected one version for one answer`);
    const { campaign, task, round, party, by, receivedAt: at } = answer;
    const detail = { version: stored.version, via };
    if (stored.fresh) await append(trx, { campaign, at, by, act: 'answer', task, round, party, why: via, detail });
    return stored;
  });
}
