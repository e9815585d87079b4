import { judgeMail } from '../../mail/judge/judge-mail.js';
import type { Deps } from '../deps.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';
import { weighAcknowledgement } from './weigh-acknowledgement.js';
import { weighAnswer, weighOther } from './weigh-answer.js';
import { weighAutomatic } from './weigh-automatic.js';
import { weighBounce } from './weigh-bounce.js';

/** What a mail is, whose, and what follows; reads the record and changes nothing. */
export function weighMail(deps: Deps, opened: OpenedMail): Promise<Judgement> {
  const verdict = judgeMail(opened.mail, opened.envelope);
  switch (verdict.kind) {
    case 'answer':
      return weighAnswer(deps, opened, verdict);
    case 'acknowledgement':
      return weighAcknowledgement(deps, opened, verdict);
    case 'automatic':
      return weighAutomatic(deps, opened, verdict);
    case 'bounce':
      return weighBounce(deps, verdict);
    case 'other':
      return weighOther(deps, opened, verdict);
  }
}
