import { answersOfMail } from '../../record/mail-answers.js';
import { readMail } from '../../record/mails.js';
import type { Deps } from '../deps.js';
import { tellCoordinators } from '../tell-coordinators.js';
import { enterJudgement } from './enter-judgement.js';
import type { IntakeVerdict } from './intake-verdict.js';
import { type Judgement, placed } from './judgement.js';
import { openMail } from './open-mail.js';
import { tellUnfounded } from './tell-unfounded.js';
import { weighMail } from './weigh-mail.js';

export interface ToJudge {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Judges a stored mail once. Run again after a crash, it finds what is entered and repeats only what repeating does not
 * change: telling people and tasks.
 */
export async function judgeArrived(deps: Deps, { mail, at }: ToJudge): Promise<IntakeVerdict> {
  const opened = await openMail(deps, mail);
  const judgement = await weighMail(deps, opened);
  await enterJudgement(deps, opened, judgement, new Date(at).toISOString());
  const { campaign } = judgement.place;
  if (campaign !== undefined) for (const tell of judgement.tells) await tellCoordinators(deps, { campaign, ...tell });
  if (judgement.bounced) await tellUnfounded(deps, judgement.bounced, Date.parse(opened.record.receivedAt));
  return verdictOf(deps, mail, judgement);
}

/** The record has the last word on what counts. */
async function verdictOf(
  { db }: Deps,
  mail: string,
  { kind, headline, receipt, ...judged }: Judgement,
): Promise<IntakeVerdict> {
  const entered = await readMail(db, mail);
  return {
    state: entered?.state === 'held' || entered?.state === 'noted' ? entered.state : judged.state,
    kind,
    headline,
    reasons: entered?.reasons ?? judged.reasons,
    ...placed(judged.place),
    answers: (await answersOfMail(db, mail)).length,
    receipt,
  };
}
