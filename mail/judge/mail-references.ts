import type { ReadMail } from '../read/read-mail.js';
import type { Envelope } from './envelope.js';

/** What a mail says it answers, unverified: the token's signature and the store decide what it is worth. */
export interface MailReferences {
  /** Of `reply+TOKEN@…` among the recipients; the envelope's first. */
  readonly replyTokens: readonly string[];
  /** Of `bounce+TOKEN@…`, our envelope sender. */
  readonly bounceTokens: readonly string[];
  /** Of In-Reply-To and References, the nearest first, with brackets. */
  readonly messageIds: readonly string[];
  /** Text of `〔…〕` in the subject, the last one first: ours ends the subject. */
  readonly subjectTags: readonly string[];
}

export function findReferences(mail: ReadMail, envelope: Envelope): MailReferences {
  const recipients = [...envelope.to, ...mail.to];
  return {
    replyTokens: tokensOf('reply', recipients),
    bounceTokens: tokensOf('bounce', recipients),
    messageIds: [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])].slice(0, 50),
    subjectTags: [...mail.subject.matchAll(/〔([^〔〕]{1,64})〕/g)].map((match) => match[1] ?? '').toReversed(),
  };
}

function tokensOf(prefix: 'reply' | 'bounce', recipients: readonly string[]): string[] {
  const shape = new RegExp(`^<?${prefix}\\+([a-z0-9._=-]{4,60})@`, 'i');
  const tokens = recipients.flatMap((address) => shape.exec(address.trim())?.[1]?.toLowerCase() ?? []);
  return [...new Set(tokens)];
}
