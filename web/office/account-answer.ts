import { WorkflowNotFoundError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { type AnswerKey, markAccounted } from '../../record/answers.js';
import { readCampaign } from '../../record/campaigns.js';
import { taskRows } from '../../record/office-facts.js';
import type { Db } from '../../record/schema.js';
import { type Accounted, answerUpdate, ids, type StoredAnswer } from '../../workflows/api.js';
import type { SendUpdate } from './send-update.js';

export interface Accounting {
  readonly db: Db;
  readonly send: SendUpdate;
  readonly now: () => Date;
  /** How long a person waits for the read-back. */
  readonly withinMs: number;
  /** Told of what is no mere delay; the answer is stored all the same. */
  readonly onProblem?: ((problem: unknown, where: string) => void) | undefined;
}

/**
 * Waits for the task to judge an answer that is stored. Undefined where it did not in time: the answer is safe and is
 * delivered again when the office starts.
 */
export async function accountAnswer(
  accounting: Accounting,
  { campaign, task, ...answer }: AnswerKey & StoredAnswer,
): Promise<Accounted | undefined> {
  const to = ids.task(campaign, task);
  const { round, answerId, party, receivedAt, enters } = answer;
  const stored: StoredAnswer = { round, answerId, party, receivedAt, ...(enters !== undefined && { enters }) };
  const { send, withinMs, onProblem } = accounting;
  try {
    return await send(to, answerUpdate, stored, { withinMs, updateId: answerId });
  } catch (problem) {
    if (problem instanceof WorkflowNotFoundError) return keepAfterClose(accounting, { campaign, task, ...answer });
    if (!(problem instanceof WorkflowUpdateRPCTimeoutOrCancelledError)) onProblem?.(problem, to);
    return undefined;
  }
}

/** Accepted and withdrawn tasks and those of a closed campaign have ended; one that is still to start hears of it then. */
async function keepAfterClose({ db, now }: Accounting, answer: AnswerKey): Promise<Accounted | undefined> {
  const state = (await readCampaign(db, answer.campaign))?.state;
  const [row] = await taskRows(db, answer.campaign, [answer.task]);
  const standing = row?.standing;
  if (standing === undefined) return undefined;
  if (state !== 'closed' && standing !== 'accepted' && standing !== 'withdrawn') return undefined;
  await markAccounted(db, [{ ...answer, outcome: 'afterClose', at: now().toISOString() }]);
  return { standing, outcome: 'afterClose' };
}
