import { headerValues, type ReadMail } from '../read/read-mail.js';
import { isAcknowledgement } from './acknowledgement.js';
import { automaticReasons, automaticSubject, isChallenge, isMarkedAbsence, isReceipt } from './automatic.js';
import { readDeliveryReport, type Bounce } from './delivery-report.js';
import { isNullSender, type Envelope } from './envelope.js';
import { findReferences, type MailReferences } from './mail-references.js';
import { plainRecipients } from './bounce-recipients.js';
import { readPlainBounce } from './plain-bounce.js';

export type MailKind = 'answer' | 'acknowledgement' | 'automatic' | 'bounce' | 'other';

export interface Verdict {
  readonly kind: MailKind;
  /** Why, in Chinese, for the coordinator. */
  readonly reasons: readonly string[];
  readonly references: MailReferences;
  readonly bounce?: Bounce;
}

type Finding = Omit<Verdict, 'references'>;

/** What a mail is. Whose it is and whether to trust it, its references and the store decide. */
export function judgeMail(mail: ReadMail, envelope: Envelope): Verdict {
  const references = findReferences(mail, envelope);
  const finding = judgeReport(mail, envelope) ?? judgeRobot(mail, envelope, references) ?? judgePerson(mail);
  return { ...finding, references };
}

function judgeReport(mail: ReadMail, envelope: Envelope): Finding | undefined {
  if (isReceipt(mail) || isChallenge(mail)) return undefined;
  const report = readDeliveryReport(mail);
  if (report === undefined) return undefined;
  if (report.kind === 'delivered') return { kind: 'automatic', reasons: ['投递成功报告'] };
  const { recipients } = report.bounce;
  const bounce = { ...report.bounce, recipients: recipients.length > 0 ? recipients : plainRecipients(mail, envelope) };
  return { kind: 'bounce', reasons: ['投递状态报告'], bounce };
}

function judgeRobot(mail: ReadMail, envelope: Envelope, references: MailReferences): Finding | undefined {
  const automatic = automaticReasons(mail, envelope);
  const plain = readPlainBounce(mail, envelope);
  if (plain !== undefined && !isReceipt(mail) && !isVacation(mail)) return { kind: 'bounce', ...plain };
  if (automatic.length > 0) return { kind: 'automatic', reasons: automatic };
  if (!isNullSender(envelope)) return undefined;
  // Nobody but a machine writes from nowhere, and to our envelope address only to return a letter.
  if (references.bounceTokens.length === 0) return { kind: 'automatic', reasons: ['空的退信路径'] };
  const bounce: Bounce = { recipients: [], status: '5.0.0', permanent: true };
  return { kind: 'bounce', reasons: ['空的退信路径', '寄往退信地址'], bounce };
}

// Out-of-office texts say “无法送达” too; what marks itself as one is one.
function isVacation(mail: ReadMail): boolean {
  return isMarkedAbsence(mail) || isChallenge(mail) || automaticSubject.test(mail.subject);
}

function judgePerson(mail: ReadMail): Finding {
  const isBulk =
    headerValues(mail, 'list-unsubscribe').length > 0 ||
    headerValues(mail, 'precedence').some((value) => /bulk|junk/i.test(value));
  if (isBulk) return { kind: 'other', reasons: ['群发邮件'] };
  const files = mail.attachments.filter(({ inline }) => !inline);
  if (files.length > 0) return { kind: 'answer', reasons: [mail.text === '' ? '正文为空，有附件' : '有正文和附件'] };
  if (mail.text === '') return { kind: 'other', reasons: [emptyReason(mail)] };
  if (isAcknowledgement(mail.text)) return { kind: 'acknowledgement', reasons: ['仅回复“收到”'] };
  return { kind: 'answer', reasons: ['有正文'] };
}

function emptyReason(mail: ReadMail): string {
  return mail.unreadable ?? (mail.full === '' ? '正文为空' : '引文以上没有内容，作答可能写在引文内');
}
