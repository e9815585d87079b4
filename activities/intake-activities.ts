import type { Deps } from './deps.js';
import type { Decision } from './intake/decide-held.js';
import { deliverAnswers } from './intake/deliver-answers.js';
import type { IntakeVerdict } from './intake/intake-verdict.js';
import { judgeArrived, type ToJudge } from './intake/judge-arrived.js';
import { type ArrivedTogether, judgeTogether, type TogetherVerdict } from './intake/judge-together.js';
import { refuseMail } from './intake/refuse-mail.js';
import { type Release, releaseMail } from './intake/release-mail.js';
import { sendReceipt, sendReceipts, type ToAcknowledge } from './intake/send-receipt.js';
import type { Sent } from './letters/send-letter.js';

export function createIntakeActivities(deps: Deps) {
  return {
    judgeMail: (mail: ToJudge): Promise<IntakeVerdict> => judgeArrived(deps, mail),
    releaseMail: (release: Release): Promise<IntakeVerdict> => releaseMail(deps, release),
    refuseMail: (decision: Decision): Promise<IntakeVerdict> => refuseMail(deps, decision),
    deliverAnswers: ({ mail }: { readonly mail: string }): Promise<void> => deliverAnswers(deps, [mail]),
    sendReceipt: (mail: ToAcknowledge): Promise<Sent | 'nobody'> => sendReceipt(deps, mail),
    judgeTogether: (arrived: ArrivedTogether): Promise<TogetherVerdict> => judgeTogether(deps, arrived),
    deliverTogether: ({ mails }: Pick<ArrivedTogether, 'mails'>): Promise<void> => deliverAnswers(deps, mails),
    sendReceipts: (arrived: Pick<ArrivedTogether, 'mails'>): Promise<number> => sendReceipts(deps, arrived),
  };
}
