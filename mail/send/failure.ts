import { types } from 'node:util';
import { relay, type ServerTrouble, troubleOf } from '../server-trouble.js';

/**
 * What an error of the SMTP client tells us. Its own fields cannot tell a connection lost at RCPT from one lost after
 * the final dot (both are ECONNECTION, command CONN), so postbox.ts notes whether the letter was handed over.
 */
export interface MailError extends Error {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  /** The letter's last byte, and with it the final dot, was given to the connection. */
  readonly handedOver?: boolean;
}

export interface MailFailure {
  /**
   * transient: certainly not accepted, worth another attempt; refused: never will be; uncertain: it may have been
   * accepted, look in the archive before sending again.
   */
  readonly kind: 'transient' | 'refused' | 'uncertain';
  readonly reason: string;
  /** It is our relay that cannot be reached or does not let us in: nothing is wrong with the letter. */
  readonly trouble?: ServerTrouble;
  /** The addressee's mailbox is full: a while later it may not be. */
  readonly isFull?: boolean;
}

/** Replies that speak of our settings or of the session, not of this letter (RFC 4954, RFC 5321 4.2.4). */
const settingsTrouble: ReadonlySet<number> = new Set([503, 530, 534, 535, 538]);
/** Commands whose 5yz reply is about this letter; elsewhere (greeting, EHLO, AUTH) it is about the connection. */
const letterCommands: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** Found wrong by the client itself before a word was said: the same bytes will never pass. */
const malformed: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE', 'EMAXRECIPIENTS']);

const isRefusal = ({ code = '', command = '', responseCode = 0 }: MailError): boolean => {
  if (responseCode >= 500) return letterCommands.has(command) && !settingsTrouble.has(responseCode);
  return responseCode === 0 && malformed.has(code);
};

const kindOf = (error: MailError): MailFailure['kind'] => {
  // RFC 5321 4.2.1: a reply decides; without one after the final dot nobody knows.
  if (!error.responseCode && error.handedOver) return 'uncertain';
  return isRefusal(error) ? 'refused' : 'transient';
};

/** RFC 3463 X.2.2; servers say it in words too. */
const full = /\b[45]\.2\.2\b|mailbox (is )?full|over ?quota|quota exceeded|邮箱.{0,4}满/i;

const replyLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 300);

/** Decides what a mail failure means; the only place that does. */
export const classifyFailure = (error: unknown): MailFailure => {
  if (!types.isNativeError(error)) return { kind: 'transient', reason: replyLine(String(error)) };
  const mailError: MailError = error;
  const kind = kindOf(mailError);
  const trouble = kind === 'transient' ? troubleOf(error, relay) : undefined;
  if (trouble) return { kind, reason: trouble.sentence, trouble };
  const reason = replyLine(mailError.response ?? mailError.message);
  if (mailError.responseCode && full.test(reason)) return { kind, reason: `对方邮箱已满（${reason}）`, isFull: true };
  return { kind, reason };
};
