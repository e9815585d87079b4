import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { instantIn } from '../../domain/zone-time.js';
import type { Envelope } from '../../mail/send/postbox.js';
import type { ArrivedLetter } from './arrived-letters.js';
import { quoteLetter, type QuoteStyle } from './quote-letter.js';

export interface Mail {
  readonly raw: Buffer;
  readonly envelope: Envelope;
}

export interface Reply {
  readonly letter: ArrivedLetter;
  readonly from: { readonly name: string; readonly address: string };
  readonly text: string;
  readonly quotes: QuoteStyle;
  readonly at: Date;
  readonly zone: string;
}

/** The bytes a mail program sends for a reply: what was typed, and the letter cited below it. */
export async function composeReply({ letter, from, text, quotes, at, zone }: Reply): Promise<Mail> {
  const quoted = quoteLetter(quotes, {
    ...letter,
    to: letter.to[0] ?? from.address,
    at: instantIn(zone, letter.at).slice(0, 19).replace('T', ' '),
  });
  const composer = new MailComposer({
    from,
    to: letter.replyTo,
    subject: `回复：${letter.subject}`,
    text: `${text}\n\n${quoted}\n`,
    ...threading(letter, from.address, text),
    date: at,
    newline: 'windows',
  });
  return { raw: await composer.compile().build(), envelope: { from: from.address, to: [letter.replyTo] } };
}

/** What a mail server says for somebody who is away; RFC 3834: to the envelope's sender, from nobody. */
export async function composeAway(letter: ArrivedLetter, from: Reply['from'], at: Date): Promise<Mail> {
  const text = '您好！我因公外出，邮件不能及时处理，紧急事项请联系我单位联络员B。谢谢！';
  const composer = new MailComposer({
    from,
    to: letter.envelopeFrom,
    subject: `自动回复：${letter.subject}`,
    text,
    ...threading(letter, from.address, text),
    date: at,
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Autoreply': 'yes', Precedence: 'auto_reply' },
    newline: 'windows',
  });
  return { raw: await composer.compile().build(), envelope: { from: '', to: [letter.envelopeFrom] } };
}

function threading({ messageId, references }: ArrivedLetter, from: string, text: string) {
  const id = createHash('sha256').update(`${messageId}\n${from}\n${text}`).digest('hex').slice(0, 32);
  return {
    messageId: `<${id}@${from.split('@')[1] ?? 'ln.example'}>`,
    inReplyTo: messageId,
    references: [...new Set([...references, messageId])].join(' '),
  };
}
