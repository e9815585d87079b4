import { WorkflowNotFoundError } from '@temporalio/common';
import type { AnswerRecord } from '../../record/answers.js';
import { markAccounted } from '../../record/answers.js';
import { answersOfMails, entryOf } from '../../record/mail-answers.js';
import { campaignRow, taskRows } from '../../record/office-facts.js';
import { answerSignal, ids, type StoredAnswer } from '../../workflows/api.js';
import { forEachOf } from '../bulk.js';
import type { Deps } from '../deps.js';

type Delivering = Pick<Deps, 'db' | 'client' | 'now'>;

/** Tells the tasks of these mails' answers, by id; those that were accounted before hear nothing. */
export async function deliverAnswers(deps: Delivering, mails: readonly string[]): Promise<void> {
  const answers = await answersOfMails(deps.db, mails);
  await deliverToTasks(
    deps,
    answers.filter(({ accountedAt }) => accountedAt === null),
  );
}

export async function deliverToTasks(deps: Delivering, answers: readonly AnswerRecord[]): Promise<void> {
  await forEachOf(answers, 16, (answer) => deliver(deps, answer));
}

async function deliver(deps: Delivering, answer: AnswerRecord): Promise<void> {
  const { campaign, task, round, answerId, party, receivedAt } = answer;
  const stored: StoredAnswer = { round, answerId, party, receivedAt, ...entryOf(answer) };
  try {
    await deps.client.workflow.getHandle(ids.task(campaign, task)).signal(answerSignal, stored);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await keepAfterClose(deps, answer);
  }
}

/** Accepted and withdrawn tasks and those of a closed campaign have ended; one that is still to start hears of it then. */
async function keepAfterClose({ db, now }: Delivering, answer: AnswerRecord): Promise<void> {
  const { state } = await campaignRow(db, answer.campaign);
  const [row] = await taskRows(db, answer.campaign, [answer.task]);
  const standing = row?.standing;
  if (state !== 'closed' && standing !== 'accepted' && standing !== 'withdrawn') return;
  await markAccounted(db, [{ ...answer, outcome: 'afterClose', at: now().toISOString() }]);
}
