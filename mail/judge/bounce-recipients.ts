import { headerValues, type ReadMail } from '../read/read-mail.js';
import { robotAddress } from './bounce-words.js';
import type { Envelope } from './envelope.js';

const address =
  /(?<![\w.+=-])[a-z0-9_][\w.!#$%&'*+/=?^{|}~-]{0,80}@[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63}){1,8}/gi;
/** A line that names one of them, and nobody else. */
const named =
  /^[\s>*=-]*(?:to:? +)?["']?<[^<>\s]+@[^<>\s]+>["']?[\s:(,;.]|^[\s*>-]*\[[^\]\s]+@[^\]\s]+\]|(?:failed|intended|final|original|unknown|invalid) recipient|recipient(?: address(?:es)?)?\s*[:：]|final-recipient|original-recipient|rcpt to|smtp=[^\s;]+@|addressed(?: to)?\b|(?:user|account|mailbox|address|recipient|邮箱|地址|用户|帐号|账号)\s*[:：<"'“]|unknown user|收件人|接收人|收信人|无法(?:发送|投递|送达)(?:到|至|给)?|不存在|expanded from|mailbox \S+@|bounce address|delivery to\b.*fail|could not be delivered to/i;
/** After such a line the addresses follow, each on its own. */
const heading =
  /(?:following|these|one or more|以下|下列|下面)[^\n]{0,70}(?:recipient|address|user|people|person|收件人|地址|用户|邮箱)|(?:address|recipient|user)(?:\(?e?s?\)?)?[^\n]{0,60}(?:fail|permanent|fatal|not (?:yet )?been delivered|error|unknown|could not|rejected)|did not (?:reach|receive)|(?:无法|未能|不能)(?:送达|投递|发送|传递)|your (?:message|mail) (?:to|was not delivered to)[^@\n]*$|failed addresses|not delivered to|delivered to:?\s*$|addressed to|delivre a|recipients?:?\s*$/i;

/** Marks before an address, and addresses that the notice names as ours. */
const aside =
  /(?<!(?:expanded|generated) )\b(?:mail |message |sent )?(?:from|发件人)[:： ]*["']?<?[\w.+=-]{1,80}@[\w.-]{1,100}>?|mailto:/gi;
const leading = /^[\s>*"'-]*<[^<>\s]+@[^<>\s]+>["']?\s*[:(]|(?:expanded|generated) from:? /;
const listed = /^(?!.*(?:from|发件人|sender)\s*[:：])[\s"'<>*[(-]*[^\s@]{1,80}@|^\s*(?:to|收件人|recipient|rcpt)/i;

/** Where our own letter begins, full of addresses that did not fail. */
const returned = new RegExp(
  [
    '--- ?below this line is a copy|(?<!-)-{2,} ?(this is a copy of|original (message|mail)|the following addresses had returned|returned (message|mail|content)|message (header|body|text)|unsent message|undelivered message|header of the|start of returned|begin|included is|forwarded)',
    '(?<!receive an? )copy of (the|your) (message|mail|original|first)|(header and top|message header|original (message|mail)( (headers?|details|as received|follows|text))?|the headers?( of)?|message text|returned mail|message contents?) ?(lines |of the message )?(follows?|below|is (attached|included|as follows)|:$)|original message (headers?|details|follows|as received)|returned mail follows|unsent message below|the (body|header|first|full|text) (of|lines of) (your|the) (original )?(message|mail)',
    '原始邮件|原邮件(内容|信息|头)|邮件原文|原信(内容|件)|以下(为|是)(您的)?(原|邮件)|original message headers',
    '^>? ?(return-path|received|dkim-signature|mime-version): ?\\S',
  ].join('|'),
  'im',
);

/** The notice itself, without the letter that it returns. */
export function noticeOf(body: string): string {
  const at = body.search(returned);
  return (at > 20 ? body.slice(0, at) : body).slice(0, 16_000);
}

/** Whom a notice in words says it did not reach; the surest of its places that names anybody. */
export function plainRecipients(mail: ReadMail, envelope: Envelope): string[] {
  const own = new Set([...envelope.to, envelope.from, ...mail.to, mail.from ?? ''].map((known) => known.toLowerCase()));
  const foreign = (text: string): string[] =>
    addressesIn(text).filter(
      (found) => !own.has(found) && !robotAddress.test(found) && !/^(reply|bounce)\+/.test(found),
    );
  const notice = noticeOf(mail.full)
    .replace(aside, ' ')
    .replace(/\bsmtp=/gi, '\nrecipient: ');
  const places = [
    () => headerValues(mail, 'x-failed-recipients').flatMap(addressesIn),
    () => underHeading(notice, foreign),
    () => notice.split('\n').filter((line) => named.test(line)).flatMap(foreign),
    () => foreign(notice).slice(0, 1),
    () => headerValues(mail, 'x-original-recipientlist').flatMap(foreign),
    () => foreign(/^to:(.*(?:\n[ \t].*)*)/im.exec(mail.returnedHeaders ?? '')?.[1] ?? ''),
    () => foreign(/rcpt to:.*/i.exec(mail.full)?.[0] ?? ''),
    () => bareNames(notice, mail.from),
    () => addressesIn(notice).filter((found) => !robotAddress.test(found) && found !== mail.from).slice(0, 1),
    () => foreign(mail.full.slice(notice.length).slice(0, 8000).match(/^>? ?to:.*$/im)?.[0] ?? ''),
  ]; // prettier-ignore
  for (const place of places) {
    const found = place();
    if (found.length > 0) return [...new Set(found)].slice(0, 100);
  }
  return [];
}

function underHeading(notice: string, foreign: (text: string) => string[]): string[] {
  const found: string[] = [];
  let open = 0;
  for (const line of notice.split('\n')) {
    const isTold = leading.test(line) || (open > 0 && listed.test(line));
    const here = isTold ? foreign(line) : [];
    found.push(...(/[,;]/.test(line) ? here : here.slice(0, 1)));
    open = heading.test(line) || (open > 0 && here.length > 0) ? 8 : open - (line.trim() === '' ? 0.5 : 1);
  }
  return found;
}

/** AOL and others name the mailbox only: it is one of theirs. */
function bareNames(notice: string, from = ''): string[] {
  const domain = from.split('@')[1];
  const name = /(?:following|these)[^\n]*recipients?[^\n]*:\s*\n\s*([\w.-]{2,40})[ \t]*(?:\n|$)/i.exec(notice)?.[1];
  return domain === undefined || name === undefined ? [] : [`${name}@${domain}`.toLowerCase()];
}

function addressesIn(text: string): string[] {
  return (text.slice(0, 20_000).match(address) ?? []).map((found) => found.toLowerCase());
}
