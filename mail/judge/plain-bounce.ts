import { headerValues, type ReadMail } from '../read/read-mail.js';
import { originalMessageId, statusOf, type Bounce } from './delivery-report.js';
import { isNullSender, type Envelope } from './envelope.js';

const robots =
  /^(mailer-?daemon|postmaster|mail-?daemon|mdaemon|system|mailadmin|mail\.?delivery|bounce[sd]?|mailerdaemon)\b/i;
const subjects =
  /退信|退件|系统退|投递失败|发送失败|未送达|未能送达|无法(送达|投递|发送)|投递延[迟误]|undeliver|delivery (status|failure|has failed|notification|delayed|incomplete)|failure notice|(mail|message) (delivery|status|system)|returned mail|returned to sender|delayed mail|could not be delivered|non.?deliver/i;
const bodies =
  /(无法|未能|不能|没有|没能)(被)?(成功)?(送达|投递|发送|送到)|退信|退回|投递失败|(邮件|收件)(地址|人|用户)?不存在|could ?n[o']t be delivered|was not delivered|unable to deliver|delivery (to the following|has failed|failed)|permanent (fatal )?error|user unknown|mailbox (unavailable|not found|is full)|no such user|undeliverable|delivery temporarily suspended|i'm afraid i wasn't able to deliver/i;
const late =
  /尚未送达|投递延|延迟|稍后(再|重)试|继续(尝试)?(投递|重试)|将.{0,12}重试|delayed|will (be )?(retried|retry|keep trying|continue to try)|still being retried|temporarily deferred|warning message only/i;

const address = /[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])/gi;

/** The shapes without RFC 3464: Coremail 系统退信, Exchange, qmail, Sina and their like. */
export function readPlainBounce(mail: ReadMail, envelope: Envelope): { bounce: Bounce; reasons: string[] } | undefined {
  const reasons = signs(mail, envelope);
  if (reasons.length < 2) return undefined;
  const words = `${mail.subject}\n${mail.full}`;
  const status = plainStatus(words);
  const original = originalMessageId(mail);
  return {
    bounce: {
      recipients: plainRecipients(mail, envelope),
      status,
      permanent: status.startsWith('5'),
      ...(original === undefined ? {} : { originalMessageId: original }),
    },
    reasons,
  };
}

// One sign is no proof: people forward bounces and write about them. Two are.
function signs(mail: ReadMail, envelope: Envelope): string[] {
  const isRobot =
    [mail.from ?? '', envelope.from].some((sender) => robots.test(sender)) ||
    /^(系统退信|邮件系统|mail delivery)/i.test(mail.fromName ?? '');
  const isReply = /^\s*(re|回复|答复|转发|fw|fwd)\s*[:：]/i.test(mail.subject);
  return [
    ...(isNullSender(envelope) ? ['空的退信路径'] : []),
    ...(isRobot ? ['发件人为邮件系统'] : []),
    ...(headerValues(mail, 'x-failed-recipients').length > 0 ? ['邮件头 X-Failed-Recipients'] : []),
    ...(/multipart\/report/i.test(headerValues(mail, 'content-type')[0] ?? '') ? ['投递报告格式'] : []),
    ...(subjects.test(mail.subject) && !isReply ? ['主题为退信'] : []),
    ...(bodies.test(mail.full.slice(0, 4000)) ? ['正文为退信用语'] : []),
  ];
}

function plainStatus(words: string): string {
  const enhanced = statusOf(words);
  if (enhanced !== undefined) return enhanced;
  const reply = /(?<![\d.])(?:[^\d\n]|^)([45])\d\d(?=[ -]|[：:])/m.exec(words)?.[1];
  if (reply !== undefined) return `${reply}.0.0`;
  if (/不存在|user unknown|no such (user|mailbox)|unknown (user|recipient)/i.test(words)) return '5.1.1';
  if (/(邮箱|空间|容量).{0,6}(已满|不足|超)|over ?quota|mailbox (is )?full/i.test(words)) return '5.2.2';
  return late.test(words) ? '4.0.0' : '5.0.0';
}

function plainRecipients(mail: ReadMail, envelope: Envelope): string[] {
  const failed = headerValues(mail, 'x-failed-recipients').flatMap(addressesIn);
  if (failed.length > 0) return [...new Set(failed)];
  const body = beforeReturnedMail(mail.full);
  const own = new Set([...envelope.to, ...mail.to, mail.from ?? ''].map((known) => known.toLowerCase()));
  const foreign = (text: string): string[] =>
    addressesIn(text).filter((found) => !own.has(found) && !robots.test(found) && !/^(reply|bounce)\+/.test(found));
  const lines = body.split('\n');
  const named = lines
    .filter((line) => /^\s*<[^<>\s]+@[^<>\s]+>\s*:|收件人|接收人|recipient|^\s*to\s*:/i.test(line))
    .flatMap(foreign);
  const returnedTo = /^to:(.*(?:\n[ \t].*)*)/im.exec(mail.returnedHeaders ?? '')?.[1] ?? '';
  const found = [named, foreign(body), foreign(returnedTo)].find((list) => list.length > 0) ?? [];
  return [...new Set(found)];
}

// What follows is our own letter, full of addresses that did not fail.
function beforeReturnedMail(body: string): string {
  const at = body.search(
    /--- ?below this line is a copy|-{3,} ?(this is a copy of|original message|the following addresses had|returned message)|原始邮件|原邮件(内容|信息|头)|original message headers/i,
  );
  return (at > 0 ? body.slice(0, at) : body).slice(0, 16_000);
}

function addressesIn(text: string): string[] {
  return (text.match(address) ?? []).map((found) => found.toLowerCase());
}
