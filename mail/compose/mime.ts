import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Envelope } from '../send/postbox.js';
import type { Letter } from './draft.js';

export interface MailAddress {
  readonly name: string;
  /** Bare, or as an office writes its sender: `name <address>`; that name gives way to ours. */
  readonly address: string;
}

export interface MimeParts {
  readonly letter: Letter;
  readonly from: MailAddress;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  /** With angle brackets, as `letterMessageId` makes it. */
  readonly messageId: string;
  /** The round's first letter to this addressee, so that mail programs keep the round together. */
  readonly references?: readonly string[];
  /** `reply+…@`; absent for letters that cannot be answered. */
  readonly replyTo?: string;
  /** One per campaign and party: `demo.gxt.ln.example`. */
  readonly listId?: string;
  readonly subjectTag?: string;
  /** ISO instant of the Date header: an argument, so that the same letter is the same bytes. */
  readonly date: string;
  /** `bounce+…@` (VERP). */
  readonly envelopeFrom: string;
  /** Archive mailbox: gets the letter without being named in it. */
  readonly archive?: string;
}

export interface Parcel {
  readonly raw: Buffer;
  readonly envelope: Envelope;
}

const headers = ({ listId }: MimeParts): Record<string, string> => ({
  // RFC 3834: tells automatic answerers and our own intake that no person wrote this.
  'Auto-Submitted': 'auto-generated',
  ...(listId ? { 'List-Id': `<${listId}>` } : {}),
});

const bare = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address;

/** RFC 5322 wants a Reply-To of its own; mail programs then answer into the plus-tag. */
const addressing = ({ from, to, cc = [], replyTo }: MimeParts) => ({
  from: { name: from.name, address: bare(from.address) },
  to: [...to],
  ...(cc.length > 0 ? { cc: [...cc] } : {}),
  ...(replyTo ? { replyTo: { name: from.name, address: replyTo } } : {}),
});

/** Sets the letter as RFC 5322 bytes: the same input gives the same bytes, boundaries and Date included. */
export const buildMime = async (parts: MimeParts): Promise<Parcel> => {
  const { letter, messageId, references = [], subjectTag = '', date, envelopeFrom, archive } = parts;
  const others = references.filter((reference) => reference !== messageId);
  const composer = new MailComposer({
    ...addressing(parts),
    subject: `${letter.subject}${subjectTag}`,
    text: letter.text,
    html: letter.html,
    ...(letter.attachments ? { attachments: [...letter.attachments] } : {}),
    messageId,
    ...(others.length > 0 ? { references: others.join(' '), inReplyTo: others.at(-1) ?? '' } : {}),
    date: new Date(date),
    headers: headers(parts),
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    textEncoding: 'base64',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  const to = [...parts.to, ...(parts.cc ?? []), ...(archive ? [archive] : [])];
  return { raw, envelope: { from: envelopeFrom, to: [...new Set(to)] } };
};
