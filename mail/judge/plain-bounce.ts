import { headerValues, type ReadMail } from '../read/read-mail.js';
import { noticeOf, plainRecipients } from './bounce-recipients.js';
import { fateIn } from './bounce-status.js';
import { bounceBody, bounceOpener, bounceSubject, robotAddress, robotName } from './bounce-words.js';
import { originalMessageId, type Bounce } from './delivery-report.js';
import { isNullSender, type Envelope } from './envelope.js';

/** The shapes without RFC 3464: Coremail 系统退信, Exchange, qmail, Sina and their like. */
export function readPlainBounce(mail: ReadMail, envelope: Envelope): { bounce: Bounce; reasons: string[] } | undefined {
  const outside = signs(mail, envelope);
  // The body is searched where it can be the second sign.
  const isInBody = outside.length > 0 && bounceBody.test(mail.full.slice(0, 4000));
  const reasons = isInBody ? [...outside, '正文为退信用语'] : outside;
  if (reasons.length < 2 && !opensAsBounce(mail)) return undefined;
  const original = originalMessageId(mail);
  return {
    bounce: {
      recipients: plainRecipients(mail, envelope),
      ...fateIn(mail.subject, noticeOf(mail.full)),
      ...(original === undefined ? {} : { originalMessageId: original }),
    },
    reasons: reasons.length > 0 ? reasons : ['正文以退信用语开头'],
  };
}

// Outside the body. One sign is no proof: people forward bounces and write about them. Two are.
function signs(mail: ReadMail, envelope: Envelope): string[] {
  const type = headerValues(mail, 'content-type')[0] ?? '';
  const isRobot =
    [mail.from ?? '', envelope.from].some((sender) => robotAddress.test(sender)) || robotName.test(mail.fromName ?? '');
  return [
    ...(isNullSender(envelope) ? ['空的退信路径'] : []),
    ...(isRobot ? ['发件人为邮件系统'] : []),
    ...(headerValues(mail, 'x-failed-recipients').length > 0 ? ['邮件头 X-Failed-Recipients'] : []),
    ...(/multipart\/report|report-type="?delivery-status/i.test(type) ? ['投递报告格式'] : []),
    ...(bounceSubject.test(mail.subject) && !isReply(mail) ? ['主题为退信'] : []),
  ];
}

function opensAsBounce(mail: ReadMail): boolean {
  return !isForwarded(mail) && bounceOpener.test(mail.full.slice(0, 600)) && bounceBody.test(mail.full.slice(0, 2000));
}

function isReply({ subject }: ReadMail): boolean {
  return /^\s*(re|回复|答复|转发|fw|fwd|aw|wg|tr|sv)\s*[:：]/i.test(subject);
}

function isForwarded({ subject, full, inReplyTo }: ReadMail): boolean {
  return (
    /^\s*(fw|fwd|wg|tr|转发|轉寄|回复|答复)\s*[:：]/i.test(subject) ||
    (inReplyTo.length > 0 && /写道|wrote:/.test(full))
  );
}
