import { TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface RelayAccess {
  /** smtps://user:password@host, or smtp:// where STARTTLS is taken when offered. */
  readonly url: string;
  /** Certificates that are trusted, PEM; absent means the well-known ones. */
  readonly ca?: readonly string[];
  readonly silenceMs: number;
}

/** What a relay says of itself to who comes with our settings. */
export interface RelayVisit {
  /** `host:port`. */
  readonly at: string;
  readonly isEncrypted: boolean;
  /** Last day of its certificate. */
  readonly certifiedUntil?: Date;
  /** Whether a user was given and let in. */
  readonly hasLoggedIn: boolean;
  /** The largest letter it takes; absent where it does not say. */
  readonly maxBytes?: number;
  readonly takesEightBit: boolean;
}

/** Connects, logs in and leaves again, as a letter would without being one; throws what the client threw. */
export async function visitRelay({ url, ca, silenceMs }: RelayAccess): Promise<RelayVisit> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const at = { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) || (secure ? 465 : 587) };
  const connection = new SMTPConnection({
    ...at,
    secure,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    dnsTimeout: silenceMs,
    ...(ca && { tls: { ca: [...ca] } }),
  });
  // One that comes after the end is nobody's any more, and must not end the process.
  connection.on('error', () => undefined);
  try {
    await step(connection, (done) => connection.connect(done));
    const offered = String(connection.lastServerResponse);
    const user = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    if (username !== '') await step(connection, (done) => connection.login({ credentials: user }, done));
    return {
      at: `${at.host}:${at.port}`,
      ...certificate(connection),
      hasLoggedIn: username !== '',
      ...sizeLimit(offered),
      takesEightBit: /^250[ -]8BITMIME\b/im.test(offered),
    };
  } finally {
    connection.quit();
    connection.close();
  }
}

/** A failure comes to the callback or as an event, never as both. */
function step(connection: SMTPConnection, take: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })));
    take((error) => (error ? reject(error) : resolve()));
  });
}

function certificate({ _socket: socket }: SMTPConnection): Pick<RelayVisit, 'isEncrypted' | 'certifiedUntil'> {
  if (!(socket instanceof TLSSocket)) return { isEncrypted: false };
  const until = new Date(socket.getPeerCertificate().valid_to);
  return { isEncrypted: true, ...(!Number.isNaN(until.getTime()) && { certifiedUntil: until }) };
}

/** RFC 1870: 0 or no number means that no limit is told. */
function sizeLimit(offered: string): Pick<RelayVisit, 'maxBytes'> {
  const bytes = Number(/^250[ -]SIZE (\d+)/im.exec(offered)?.[1] ?? 0);
  return bytes > 0 ? { maxBytes: bytes } : {};
}
