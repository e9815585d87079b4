import type { ContactChangeRequest } from '../../record/contact-changes.js';
import type { MailPlace } from '../../record/mail-decisions.js';
import type { MailKind, MailRemarks } from '../../record/schema.js';
import type { NewAnswer } from '../../record/store-answers.js';
import type { BouncedLetter } from './bounced-letter.js';
import type { IntakeVerdict } from './intake-verdict.js';

/** What is to be written of a mail: decided from the record as it stands, before anything is changed. */
export interface Judgement extends Pick<IntakeVerdict, 'state' | 'headline' | 'reasons' | 'receipt'> {
  readonly kind: MailKind;
  readonly place: MailPlace;
  readonly answers: readonly NewAnswer[];
  readonly remarks?: MailRemarks;
  /** Names of files whose content a coordinator is to enter. */
  readonly toEnter?: readonly string[];
  /** Tasks of which a sheet says what its party said before: nothing new is stored. */
  readonly unchanged?: readonly number[];
  readonly bounced?: BouncedLetter;
  /** A change of the party's liaison that the mail asks for. */
  readonly change?: ContactChangeRequest;
  /** What the coordinators are told, each matter once. */
  readonly tells: readonly { readonly about: string; readonly text: string }[];
}

export function placed({ campaign, round, party }: MailPlace): Pick<IntakeVerdict, 'campaign' | 'round' | 'party'> {
  return {
    ...(campaign !== undefined && { campaign }),
    ...(round !== undefined && { round }),
    ...(party !== undefined && { party }),
  };
}
