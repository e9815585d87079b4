import { once } from 'node:events';
import { ImapFlow } from 'imapflow';

export interface ImapAccess {
  /** imaps://user:password@host, or imap:// where STARTTLS is taken when offered. */
  readonly url: string;
  /** Certificates that are trusted, PEM; absent means the well-known ones. */
  readonly ca?: readonly string[];
  /** Silence after which a connection is given up. */
  readonly silenceMs?: number;
}

/** Names the account in the record and in Temporal: its user, with the host where that is no address by itself. */
export function accountOf(url: string): string {
  const { username, hostname } = new URL(url);
  const user = decodeURIComponent(username);
  return user.includes('@') ? user : `${user}@${hostname}`;
}

/** A connection, logged in. It never comes back by itself: who needs another opens another. */
export async function openImap({ url, ca, silenceMs = 60_000 }: ImapAccess): Promise<ImapFlow> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    // Some Chinese providers let nobody in who does not introduce himself (RFC 2971).
    clientInfo: { name: 'shuangyue' },
    ...(ca && { tls: { ca: [...ca] } }),
    logger: false,
    connectionTimeout: Math.min(silenceMs, 20_000),
    greetingTimeout: Math.min(silenceMs, 20_000),
    socketTimeout: silenceMs,
    autoIdleDelay: 200,
  });
  // Errors come as failed commands and as `close`; one without a listener would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

/** Says goodbye where that is still possible. */
export async function closeImap(client: ImapFlow): Promise<void> {
  if (client.usable) await Promise.race([client.logout(), once(client, 'close')]).catch(() => undefined);
  client.close();
}
