import { ApplicationFailure } from '@temporalio/common';
import type { MailFailure } from '../../mail/send/failure.js';
import { readLetter } from '../../record/letters.js';
import type { Deps } from '../deps.js';
import { attemptNumber } from '../in-context.js';
import { tellCoordinators } from '../tell-coordinators.js';

/** A relay that restarts is back within so many attempts, about a minute. */
const patience = 8;
/** At one a minute: an hour with a full mailbox, and the party's later letters wait no longer for it. */
const mostFullAttempts = 60;

/** A mailbox that stays full is as good as none: the coordinators ring, and the ladder goes on. */
export function isGivenUp({ kind, isFull = false }: MailFailure): boolean {
  return kind === 'transient' && isFull && attemptNumber() >= mostFullAttempts;
}

/**
 * The error with which Temporal tries the letter again. What a person must mend is told the coordinators once a day, and
 * tried once a minute.
 */
export async function laterAgain(
  deps: Deps,
  letter: number,
  { trouble, isFull = false, reason }: MailFailure,
  error: unknown,
): Promise<unknown> {
  const isPassing = trouble === undefined || (trouble.kind === 'unreachable' && attemptNumber() < patience);
  if (isPassing && !isFull) return error;
  const { campaign, desk } = await readLetter(deps.db, letter);
  const day = deps.now().toISOString().slice(0, 10);
  await tellCoordinators(deps, {
    campaign,
    about: trouble ? `relay/${trouble.kind}/${day}` : `full/${letter}`,
    text: trouble
      ? `${trouble.sentence}发不出的函都留着，恢复后自动发出。`
      : `发${desk}的函暂时送不进：${reason}。系统每分钟再试，一小时后放弃；请电话提醒对方清理邮箱。`,
  });
  const nextRetryDelay = trouble?.kind === 'unreachable' ? undefined : '60s';
  return ApplicationFailure.create({
    message: reason,
    ...(nextRetryDelay && { nextRetryDelay }),
    ...(error instanceof Error && { cause: error }),
  });
}
