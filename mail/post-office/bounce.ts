import type { LetterHead } from './letter-head.js';

export interface BouncedMail {
  /** Who wrote it: our VERP address. */
  readonly sender: string;
  readonly recipient: string;
  readonly head: LetterHead;
  readonly raw: Buffer;
  readonly host: string;
  /** ISO instant. */
  readonly at: string;
  /** Makes boundary and Message-ID, so that the same bounce is the same bytes. */
  readonly id: string;
}

const headers = (raw: Buffer): string => {
  const text = raw.toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  return end < 0 ? text : text.slice(0, end);
};

const date = (at: string): string => new Date(at).toUTCString().replace('GMT', '+0000');

const deliveryStatus = ({ host, recipient, at }: BouncedMail): readonly string[] => [
  `Reporting-MTA: dns; ${host}`,
  `Arrival-Date: ${date(at)}`,
  '',
  `Final-Recipient: rfc822; ${recipient}`,
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
];

/** A non-delivery report as RFC 3464 describes it: text, machine-readable status, the mail's own headers. */
export const composeBounce = (mail: BouncedMail): Buffer => {
  const { sender, recipient, host, at, id, raw } = mail;
  const boundary = `bounce-${id}`;
  const part = (type: string, lines: readonly string[]): readonly string[] => [
    `--${boundary}`,
    `Content-Type: ${type}`,
    '',
    ...lines,
    '',
  ];
  const lines = [
    `Date: ${date(at)}`,
    `From: Mail Delivery System <MAILER-DAEMON@${host}>`,
    `To: <${sender}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <bounce.${id}@${host}>`,
    ...(mail.head.messageId ? [`In-Reply-To: ${mail.head.messageId}`] : []),
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    ...part('text/plain; charset=us-ascii', [`<${recipient}>: 550 5.1.1 User unknown. The mail was not delivered.`]),
    ...part('message/delivery-status', deliveryStatus(mail)),
    ...part('text/rfc822-headers', [headers(raw)]),
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
};
