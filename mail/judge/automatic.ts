import { headerValues, type ReadMail } from '../read/read-mail.js';
import type { Envelope } from './envelope.js';

const subjects =
  /^\s*[[【]?\s*(自动(回复|答复|应答|回覆)|假期自动|休假(自动)?回复|外出自动回复|离职自动|automatic reply|auto(matic)?[\s-]?(reply|response|responder)|out[\s-]of[\s-](the[\s-])?office|abwesenheit|r[ée]ponse automatique)/i;

type Rule = (mail: ReadMail, envelope: Envelope) => string | undefined;

/** X-Auto-Response-Suppress is no evidence: people's clients send it too. */
const rules: readonly Rule[] = [
  (mail) => matching(mail, 'auto-submitted', (value) => !/^no\b/i.test(value), '邮件头 Auto-Submitted'),
  (mail) => matching(mail, 'x-autoreply', (value) => !/^no\b/i.test(value), '邮件头 X-Autoreply'),
  (mail) => matching(mail, 'x-autorespond', () => true, '邮件头 X-Autorespond'),
  (mail) => matching(mail, 'x-autoresponder', () => true, '邮件头 X-Autoresponder'),
  (mail) => matching(mail, 'x-auto-reply', () => true, '邮件头 X-Auto-Reply'),
  (mail) => matching(mail, 'x-qq-holidayreply', () => true, 'QQ 邮箱假期回复'),
  (mail) => matching(mail, 'precedence', (value) => /auto[_-]?reply/i.test(value), '邮件头 Precedence'),
  (mail) => matching(mail, 'content-type', (value) => /disposition-notification/i.test(value), '已读回执'),
  (mail, envelope) => ([mail.from ?? '', envelope.from].some(isQqHolidaySender) ? 'QQ 邮箱假期回复发件人' : undefined),
  (mail) => (subjects.test(mail.subject) ? '主题为自动回复' : undefined),
];

/** Why a mail was written by a machine on somebody's behalf; empty for a person's mail. */
export function automaticReasons(mail: ReadMail, envelope: Envelope): string[] {
  return rules.flatMap((rule) => rule(mail, envelope) ?? []);
}

function matching(mail: ReadMail, name: string, says: (value: string) => boolean, reason: string): string | undefined {
  return headerValues(mail, name).some((value) => says(value.trim())) ? reason : undefined;
}

function isQqHolidaySender(address: string): boolean {
  return /\+auto_=/i.test(address);
}
