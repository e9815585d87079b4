import MailComposer from 'nodemailer/lib/mail-composer';
import { chineseInstant } from '../../domain/chinese-date.js';
import { instantIn } from '../../domain/zone-time.js';
import { printPeople, type ReadLetter } from './open-letter.js';

export interface WrittenMail {
  readonly from: string;
  readonly fromName: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly date: Date;
  readonly file?: { readonly name: string; readonly media: string; readonly bytes: Buffer } | undefined;
  /** Set in a reply. */
  readonly answers?: ReadLetter | undefined;
}

/** The bytes a mail program would send: what was written, and below it the letter it answers. */
export function composeMail(mail: WrittenMail, zone: string): Promise<Buffer> {
  const { answers, file } = mail;
  const composer = new MailComposer({
    from: { name: mail.fromName, address: mail.from },
    to: [...mail.to],
    subject: mail.subject,
    date: mail.date,
    text: answers ? `${mail.text}\n\n${quoted(answers, zone)}\n` : mail.text,
    ...(answers?.messageId && { inReplyTo: answers.messageId, references: referencesOf(answers) }),
    ...(file && { attachments: [{ filename: file.name, contentType: file.media, content: file.bytes }] }),
  });
  return composer.compile().build();
}

/** Where a reply goes: Reply-To, where the sender asks for it. */
export function replyTo(letter: ReadLetter): readonly string[] {
  const people = letter.replyTo.length > 0 ? letter.replyTo : letter.from;
  return people.map((person) => person.address).filter(Boolean);
}

export function replySubject(subject: string): string {
  return /^(re|回复|答复)\s*[:：]/i.test(subject) ? subject : `Re: ${subject}`;
}

/** As Chinese mail programs cite; intake must cut exactly this away. */
export function quoted(letter: ReadLetter, zone: string): string {
  const at = letter.date ? chineseInstant(instantIn(zone, letter.date.getTime())) : '';
  const lines = letter.text.trimEnd().split(/\r?\n/);
  return [
    '------------------ 原始邮件 ------------------',
    `发件人：${printPeople(letter.from)}`,
    ...(letter.date ? [`发送时间：${letter.date.getUTCFullYear()}年${at}`] : []),
    `收件人：${printPeople(letter.to)}`,
    `主题：${letter.subject}`,
    '',
    ...lines.map((line) => (line === '' ? '>' : `> ${line}`)),
  ].join('\n');
}

/** RFC 5322, 3.6.4: the parent's references followed by the parent itself. */
function referencesOf(letter: ReadLetter): string[] {
  return [...new Set([...letter.references, ...(letter.messageId ? [letter.messageId] : [])])];
}
