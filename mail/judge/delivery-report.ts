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
  const reports = reportBlocks(mail).flatMap(recipientReport);
  if (reports.length === 0) return undefined;
  const failed = reports.filter(({ action }) => /^(failed|delayed)$/.test(action));
  const worst = failed.find(({ action }) => action === 'failed') ?? failed[0];
  if (worst === undefined) return { kind: 'delivered' };
  const told = failed.filter(({ action }) => action === worst.action);
  return { kind: 'bounce', bounce: toBounce(mail, worst, told) };
}

// Some servers set the machine's part as plain text; a person who quotes one has other lines around it.
function reportBlocks(mail: ReadMail): string[] {
  const isReport = /multipart\/report/i.test(headerValues(mail, 'content-type')[0] ?? '');
  const told = mail.deliveryReports.length > 0 || !isReport ? mail.deliveryReports : [mail.full];
  return told.flatMap((text) => text.split(/\n\s*\n/)).slice(0, 2000);
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
  const isAbout = ['final-recipient', 'original-recipient', 'action', 'status'].some((name) => fields.has(name));
  if (!isAbout) return [];
  const status = bestStatus(fields.get('status') ?? '', fields.get('diagnostic-code') ?? '');
  const fate = fateOf(fields.get('action') ?? '', fields.get('status') ?? '', status);
  if (fate === undefined) return [];
  const address = addressIn(fields.get('original-recipient') ?? '') ?? addressIn(fields.get('final-recipient') ?? '');
  return [{ address, action: fate, status: status ?? (fate === 'delayed' ? '4.0.0' : '5.0.0') }];
}

/** A status that only tells the class gives way to what the other server said. */
function bestStatus(field: string, diagnostic: string): string | undefined {
  const given = statusOf(field);
  const said = statusOf(diagnostic);
  if (given === undefined) return said ?? /(?:^|[\s;])([45])\d\d[ -]/.exec(diagnostic)?.[1]?.concat('.0.0');
  return given.endsWith('.0.0') && said?.[0] === given[0] ? said : given;
}

function fateOf(action: string, field: string, status: string | undefined): string | undefined {
  const word = /[a-z]+/.exec(action.toLowerCase())?.[0];
  if (word === undefined) {
    if (/^\s*2\./.test(field)) return 'delivered';
    if (status === undefined) return undefined;
    return status.startsWith('4') ? 'delayed' : 'failed';
  }
  if (/^(fail|error|reject|undeliver|bounce|expired)/.test(word)) return 'failed';
  if (/^(delay|defer)/.test(word)) return 'delayed';
  return status?.startsWith('5') && !/^(deliver|relay|expand)/.test(word) ? 'failed' : word;
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
  return /([^\s<>;:,"]{1,100}@[^\s<>;,"]{1,200})/.exec(value.slice(0, 2000))?.[1]?.toLowerCase();
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
