import type { Verdict } from '../../mail/judge/judge-mail.js';
import type { MailPlace } from '../../record/mail-decisions.js';
import type { Deps } from '../deps.js';
import { findReturned } from './find-letter.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';
import { placeOfLetter, placeOfSender } from './origin.js';
import { partyName } from './party-name.js';

/** A machine wrote on somebody's behalf: never an answer, never a receipt; the coordinators hear that somebody is away. */
export async function weighAutomatic(
  deps: Deps,
  opened: OpenedMail,
  { reasons, references }: Verdict,
): Promise<Judgement> {
  const isAway = !reasons.some((reason) => reports.includes(reason));
  const place = isAway ? await placeOf(deps, opened, references) : {};
  const name = await partyName(deps, place);
  return {
    kind: 'automatic',
    state: 'noted',
    place,
    reasons,
    answers: [],
    receipt: false,
    headline: isAway ? `${name}自动回复，联络员可能外出` : '系统回执',
    tells: place.party
      ? [
          {
            about: `away/${place.round ?? '-'}/${place.party}`,
            text: `收到${name}的自动回复，联络员可能外出，请电话联系。`,
          },
        ]
      : [],
  };
}

/** A mail server's and a mail program's reports say that a letter arrived, not that its reader is away. */
const reports: readonly string[] = ['投递成功报告', '已读回执'];

async function placeOf(deps: Deps, { mail }: OpenedMail, references: Verdict['references']): Promise<MailPlace> {
  const letter = await findReturned(deps, references);
  return letter ? placeOfLetter(deps, letter) : placeOfSender(deps, mail.from);
}
