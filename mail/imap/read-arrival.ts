import type { Envelope } from '../judge/envelope.js';
import { addressesOf, messageIds } from '../read/address-headers.js';
import { headLines } from '../read/head-lines.js';

const recipientHeaders = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'];

export interface Arrival {
  readonly envelope: Envelope;
  readonly messageId: string | undefined;
}

/**
 * The envelope of a mail that lies in a mailbox, where there is none any more: recipients of our own domain from what
 * our server and the sender wrote down, the sender from Return-Path. Only the one above the first Received line is our
 * server's (RFC 5321 4.4): any other was written by whoever sent the mail. And its Message-ID.
 */
export function readArrival(raw: Buffer, ownDomain: string): Arrival {
  const headers = headLines(raw).map(toHeader);
  const recipients = recipientHeaders.flatMap((name) => addressesOf(headers, name)).map(({ address }) => address);
  const own = recipients.filter((address) => address.endsWith(`@${ownDomain.toLowerCase()}`));
  const from = returnPath(headers) ?? addressesOf(headers, 'from')[0]?.address ?? '';
  const messageId = headers.find(({ name }) => name === 'message-id')?.value.trim() ?? '';
  return { envelope: { from, to: [...new Set(own)] }, messageId: messageIds(messageId)[0] };
}

interface Header {
  readonly name: string;
  readonly value: string;
}

function toHeader(line: string): Header {
  const colon = line.indexOf(':');
  return { name: line.slice(0, Math.max(0, colon)).trim().toLowerCase(), value: line.slice(colon + 1) };
}

/** Empty for the null sender of a bounce. */
function returnPath(headers: readonly Header[]): string | undefined {
  const received = headers.findIndex(({ name }) => name === 'received');
  const ours = headers.slice(0, received < 0 ? 0 : received).find(({ name }) => name === 'return-path');
  return ours?.value.replaceAll(/[<>\s]/g, '').slice(0, 320);
}
