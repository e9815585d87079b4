import { addressesNamed, addressesOf, messageIds } from './address-headers.js';
import { bodyText } from './body-text.js';
import { capText } from './caps.js';
import { cutQuote } from './cut-quote.js';
import { decodeHeaderText } from './header-text.js';
import { sortParts, toAttachment, type MailAttachment } from './sort-parts.js';
import { splitParts, type MailPart, type RawHeader, type SplitMail } from './split-parts.js';

export interface MailHeader {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

/** One arrived mail as data. `text` is what its writer wrote now, `full` the whole body with all quotes. */
export interface ReadMail {
  readonly from?: string;
  /** All that its From fields name, `from` the first of them: a person's mail has one. */
  readonly senders: readonly string[];
  readonly fromName?: string;
  /** Addresses of To, Cc, Delivered-To and X-Original-To. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** ISO instant of the Date header. */
  readonly date?: string;
  readonly headers: readonly MailHeader[];
  /** Received and Authentication-Results as they came, topmost first: an encoded word in them stays one. */
  readonly trace: readonly RawHeader[];
  readonly text: string;
  readonly full: string;
  /** The body or the subject fits no charset: some characters are lost. */
  readonly charsetDoubtful: boolean;
  /** The body is longer than what is read of one. */
  readonly truncated: boolean;
  readonly attachments: readonly MailAttachment[];
  /** The text of each message/delivery-status part (RFC 3464). */
  readonly deliveryReports: readonly string[];
  /** Headers of the mail that a report returns. */
  readonly returnedHeaders?: string;
  /** Why the mail could not be read whole. */
  readonly unreadable?: string;
}

/** Never throws, whatever the bytes: what cannot be read is said in `unreadable`, and what could be read is there. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  try {
    return toMail(await splitParts(raw));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return toMail({ headers: [], parts: [], problem });
  }
}

/** All values of a header, in order. */
export function headerValues(mail: ReadMail, name: string): string[] {
  return mail.headers.filter((header) => header.name === name).map(({ value }) => value);
}

function toMail(split: SplitMail): ReadMail {
  const parts = sortParts(split.parts);
  const headers = split.headers.map(({ name, value }) => ({ name, ...decodeHeaderText(value) }));
  const body = bodyText(parts.texts);
  const full = capText(body.text);
  return {
    ...origin(split),
    ...threading(headers),
    headers: headers.map(({ name, text }) => ({ name, value: text })),
    trace: split.headers.filter(({ name }) => name === 'received' || name === 'authentication-results'),
    text: cutQuote(full.text),
    full: full.text,
    charsetDoubtful: body.doubtful || headers.some(({ name, doubtful }) => name === 'subject' && doubtful),
    truncated: body.truncated || full.truncated,
    attachments: parts.files.map(toAttachment),
    deliveryReports: parts.reports.map(({ bytes }) => capText(bytes.toString('utf8')).text),
    ...returnedHeaders(parts.returned[0]),
    ...unreadable(split),
  };
}

function origin(split: SplitMail): Pick<ReadMail, 'from' | 'senders' | 'fromName' | 'to'> {
  const [sender] = addressesOf(split.headers, 'from');
  const recipients = ['to', 'cc', 'delivered-to', 'x-original-to'].flatMap((name) => addressesOf(split.headers, name));
  return {
    ...(sender === undefined ? {} : { from: sender.address, fromName: sender.name }),
    senders: addressesNamed(split.headers, 'from'),
    to: [...new Set(recipients.map(({ address }) => address))],
  };
}

type Threading = Pick<ReadMail, 'subject' | 'messageId' | 'inReplyTo' | 'references' | 'date'>;

function threading(headers: readonly { readonly name: string; readonly text: string }[]): Threading {
  const value = (name: string): string => headers.find((header) => header.name === name)?.text ?? '';
  const messageId = messageIds(value('message-id'))[0];
  const time = Date.parse(value('date').replace(/\([^)]*\)$/, ''));
  return {
    subject: value('subject'),
    ...(messageId === undefined ? {} : { messageId }),
    inReplyTo: messageIds(value('in-reply-to')),
    references: messageIds(value('references')),
    ...(Number.isNaN(time) ? {} : { date: new Date(time).toISOString() }),
  };
}

function returnedHeaders(part: MailPart | undefined): Pick<ReadMail, 'returnedHeaders'> {
  if (part === undefined) return {};
  const head = part.bytes.toString('latin1', 0, 32 * 1024).replace(/\r\n/g, '\n');
  return { returnedHeaders: head.trimStart().split('\n\n', 1)[0] ?? '' };
}

function unreadable(split: SplitMail): Pick<ReadMail, 'unreadable'> {
  if (split.problem !== undefined) return { unreadable: `邮件结构异常，只读出一部分：${split.problem.slice(0, 200)}` };
  return split.headers.length === 0 ? { unreadable: '没有邮件头，不是一封邮件' } : {};
}
