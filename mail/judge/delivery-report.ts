import { headerValues, type ReadMail } from '../read/read-mail.js';
import { messageIds } from '../read/address-headers.js';

export interface Bounce {
  /** Addresses that were not reached, lower case. */
  readonly recipients: readonly string[];
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly status: string;
  /** Given up, and not merely late. */
  readonly permanent: boolean;
  /** Message-ID of our letter, with brackets. */
  readonly originalMessageId?: string;
}

export type DeliveryReport = { readonly kind: 'bounce'; readonly bounce: Bounce } | { readonly kind: 'delivered' };

interface RecipientReport {
  readonly address: string | undefined;
  readonly action: string;
  readonly status: string;
}

/** RFC 3464: what the machine-readable part says; undefined when there is none or it names no recipient's fate. */
export function readDeliveryReport(mail: ReadMail): DeliveryReport | undefined {
  const reports = mail.deliveryReports.flatMap((text) => text.split(/\n\s*\n/)).flatMap(recipientReport);
  if (reports.length === 0) return undefined;
  const failed = reports.filter(({ action }) => /^(failed|delayed)$/.test(action));
  const worst = failed.find(({ action }) => action === 'failed') ?? failed[0];
  if (worst === undefined) return { kind: 'delivered' };
  const told = failed.filter(({ action }) => action === worst.action);
  return { kind: 'bounce', bounce: toBounce(mail, worst, told) };
}

function toBounce(mail: ReadMail, worst: RecipientReport, told: readonly RecipientReport[]): Bounce {
  const original = originalMessageId(mail);
  return {
    recipients: [...new Set(told.flatMap(({ address }) => address ?? []))],
    status: worst.status,
    permanent: worst.action === 'failed',
    ...(original === undefined ? {} : { originalMessageId: original }),
  };
}

function recipientReport(block: string): RecipientReport[] {
  const fields = fieldsOf(block);
  const recipient = fields.get('original-recipient') ?? fields.get('final-recipient');
  const status = statusOf(fields.get('status') ?? '') ?? statusOf(fields.get('diagnostic-code') ?? '');
  const action = /^[a-z]+/.exec(fields.get('action')?.toLowerCase() ?? '')?.[0];
  if (action === undefined && status === undefined) return [];
  const guessed = status?.startsWith('4') ? 'delayed' : 'failed';
  const fate = action ?? guessed;
  return [
    { address: addressIn(recipient ?? ''), action: fate, status: status ?? (fate === 'delayed' ? '4.0.0' : '5.0.0') },
  ];
}

function fieldsOf(block: string): Map<string, string> {
  const lines = block.replace(/\n(?=[ \t])/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

function addressIn(value: string): string | undefined {
  return /([^\s<>;:,"]{1,100}@[^\s<>;,"]{1,200})/.exec(value)?.[1]?.toLowerCase();
}

/** The first enhanced status of a failure or a delay; 2.x.x reports success and is no one's status here. */
export function statusOf(value: string): string | undefined {
  return /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(value)?.[1];
}

/** The Message-ID of the returned letter, from the returned headers or the text that quotes them. */
export function originalMessageId(mail: ReadMail): string | undefined {
  const quoted = mail.returnedHeaders ?? mail.full;
  const ids = [...quoted.matchAll(/^[ \t>]*(?:x-original-)?message-id:\s*(<[^<>\s]{3,300}>)/gim)].map(
    (match) => match[1],
  );
  return ids.at(-1) ?? headerValues(mail, 'in-reply-to').flatMap(messageIds)[0];
}
