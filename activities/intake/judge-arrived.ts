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
  const isEntered = await enterJudgement(deps, opened, judgement, new Date(at).toISOString());
  const { campaign } = judgement.place;
  if (campaign !== undefined) for (const tell of judgement.tells) await tellCoordinators(deps, { campaign, ...tell });
  if (judgement.bounced) await tellUnfounded(deps, judgement.bounced, Date.parse(opened.record.receivedAt));
  return isEntered ? verdictOf(judgement) : earlierVerdict(deps, mail, judgement);
}

function verdictOf({ kind, headline, receipt, state, reasons, place, answers }: Judgement): IntakeVerdict {
  const tasks = new Set(answers.map(({ task }) => task));
  return { state, kind, headline, reasons, ...placed(place), answers: tasks.size, receipt };
}

/** The record has the last word on what counts. */
async function earlierVerdict({ db }: Deps, mail: string, judgement: Judgement): Promise<IntakeVerdict> {
  const entered = await readMail(db, mail);
  const state = entered?.state;
  return {
    ...verdictOf(judgement),
    ...((state === 'held' || state === 'noted' || state === 'delivered') && { state }),
    ...(entered && { reasons: entered.reasons }),
    answers: (await answersOfMail(db, mail)).length,
  };
}
