import { TLSSocket } from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { openImap, type ImapAccess } from '../imap/open-imap.js';

/** What a mail server says to who comes to fetch with our settings. */
export interface MailboxVisit {
  /** `host:port`. */
  readonly at: string;
  readonly isEncrypted: boolean;
  /** Last day of its certificate. */
  readonly certifiedUntil?: Date;
  /** New mail is announced, and moved in one step. */
  readonly announces: boolean;
  readonly moves: boolean;
  /** Those of the wanted mailboxes that are there. */
  readonly found: readonly string[];
}

/** Logs in, looks for mailboxes and leaves; throws what the client threw. */
export async function visitMailbox(access: ImapAccess, wanted: readonly string[]): Promise<MailboxVisit> {
  const client = await openImap(access);
  try {
    const there = new Set((await client.list()).map(({ path }) => pathOf(path)));
    return {
      at: `${client.host}:${client.port}`,
      announces: client.capabilities.has('IDLE'),
      moves: client.capabilities.has('MOVE'),
      found: wanted.filter((mailbox) => there.has(pathOf(mailbox))),
      ...leave(client),
    };
  } finally {
    client.close();
  }
}

/** RFC 3501 5.1: INBOX alone is the same in any case. */
const pathOf = (mailbox: string): string => (mailbox.toUpperCase() === 'INBOX' ? 'INBOX' : mailbox);

/** The connection shows its certificate once it is taken from the client; the goodbye is said on it. */
function leave(client: ImapFlow): Pick<MailboxVisit, 'isEncrypted' | 'certifiedUntil'> {
  const { socket } = client.unbind();
  socket.end('BYE LOGOUT\r\n');
  if (!(socket instanceof TLSSocket)) return { isEncrypted: false };
  const until = new Date(socket.getPeerCertificate().valid_to);
  return { isEncrypted: true, ...(!Number.isNaN(until.getTime()) && { certifiedUntil: until }) };
}
