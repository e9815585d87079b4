import { buildMime, type MailAddress, type Parcel } from '../compose/mime.js';
import { headLines } from '../read/head-lines.js';
import { bounceAddress, letterToken, namesTrial, replyAddress, subjectTag, trialToken } from '../token.js';

export interface TrialPlan {
  /** Any text that was never used before. */
  readonly name: string;
  readonly secret: string;
  readonly domain: string;
  /** `address` or `name <address>`. */
  readonly from: string;
  /** Instead of the reply address. */
  readonly to?: string;
  /** ISO instant. */
  readonly date: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

export interface TrialLetter extends Parcel {
  readonly to: string;
  /** With brackets. */
  readonly messageId: string;
  /** The letter's own name in its reply address. */
  readonly token: string;
}

/** A letter that asks nothing of anybody, addressed to where a reply to a real letter goes, and known again by its Message-ID. */
export async function composeTrial(plan: TrialPlan): Promise<TrialLetter> {
  const { name, secret, domain, date, subject, lines } = plan;
  const token = letterToken(name, secret);
  const replyTo = replyAddress(token, secret, domain);
  const to = plan.to ?? replyTo;
  const messageId = `<trial-${trialToken(token, secret)}@${domain}>`;
  const parcel = await buildMime({
    letter: { subject, text: lines.join('\n'), html: lines.map((line) => `<p>${line}</p>`).join('\n') },
    from: senderOf(plan.from),
    to: [to],
    messageId,
    replyTo,
    subjectTag: subjectTag(token),
    date,
    envelopeFrom: bounceAddress(token, secret, domain),
  });
  return { ...parcel, to, messageId, token };
}

function senderOf(from: string): MailAddress {
  const [, name = '', address = from] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name, address };
}

/**
 * Whether a mail is a trial letter of this office that came back, or a server's report on one: nobody's word, and not for
 * the record. Only who knows the secret can make one; a person's reply to one is a mail like any other.
 */
export function isTrial(raw: Buffer, secret: string): boolean {
  const head = headLines(raw);
  if (head.some((line) => /^message-id:/i.test(line) && namesTrial(line, secret))) return true;
  return head.some(isReport) && namesTrial(raw.subarray(0, 256 * 1024).toString('latin1'), secret);
}

/** RFC 3464, or a return path that only machines have. */
function isReport(line: string): boolean {
  return /^content-type:\s*multipart\/report/i.test(line) || /^return-path:\s*<>\s*$/i.test(line);
}
