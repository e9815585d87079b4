import { answersOfMail } from '../../record/mail-answers.js';
import { readMail } from '../../record/mails.js';
import type { Deps } from '../deps.js';
import { tellCoordinators } from '../tell-coordinators.js';
import { enterJudgement } from './enter-judgement.js';
import type { IntakeVerdict } from './intake-verdict.js';
import { type Judgement, placed } from './judgement.js';
import { type OpenedMail, openMail } from './open-mail.js';
import { tellUnfounded } from './tell-unfounded.js';
import { weighMail } from './weigh-mail.js';

export interface ToJudge {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What is to be entered of a mail; its text and files are not kept any longer. */
export interface Weighed {
  readonly opened: Pick<OpenedMail, 'record'> & {
    readonly mail: Pick<OpenedMail['mail'], 'from' | 'subject' | 'messageId'>;
  };
  readonly judgement: Judgement;
}

/**
 * Judges a stored mail once. Run again after a crash, it finds what is entered and repeats only what repeating does not
 * change: telling people and tasks.
 */
export async function judgeArrived(deps: Deps, { mail, at }: ToJudge): Promise<IntakeVerdict> {
  return enterWeighed(deps, await weighOpened(deps, await openMail(deps, mail)), at);
}

/** Reads the mail and the record and changes nothing. */
export async function weighOpened(deps: Deps, opened: OpenedMail): Promise<Weighed> {
  const judgement = await weighMail(deps, opened);
  const { from, subject, messageId } = opened.mail;
  const mail = { subject, ...(from !== undefined && { from }), ...(messageId !== undefined && { messageId }) };
  return { opened: { record: opened.record, mail }, judgement };
}

/** Writes what was found, and tells whom it concerns. */
export async function enterWeighed(deps: Deps, { opened, judgement }: Weighed, at: number): Promise<IntakeVerdict> {
  const isEntered = await enterJudgement(deps, opened, judgement, new Date(at).toISOString());
  const { campaign } = judgement.place;
  if (campaign !== undefined) for (const tell of judgement.tells) await tellCoordinators(deps, { campaign, ...tell });
  if (judgement.bounced) await tellUnfounded(deps, judgement.bounced, Date.parse(opened.record.receivedAt));
  return isEntered ? verdictOf(judgement) : earlierVerdict(deps, opened.record.id, judgement);
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
