import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Envelope } from './judge/envelope.js';

/** A mail as our server took it, before anybody reads it. */
export interface ArrivedMail {
  readonly raw: Buffer;
  readonly envelope: Envelope;
  /** ISO instant of the end of DATA. */
  readonly receivedAt: string;
}

export interface IntakeListenerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Loopback unless told otherwise: the listener asks nobody for a password. */
  readonly host?: string;
  /** Resolves once the mail is durable; only then is it acknowledged. */
  readonly onMail: (mail: ArrivedMail) => Promise<void>;
  readonly maxBytes: number;
  readonly lmtp?: boolean;
  readonly now: () => Date;
}

export interface IntakeListener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Takes mail by SMTP or LMTP: 250 when stored, 451 when it could not be (the sender keeps it and tries again), 552 when too large. */
export async function startIntakeListener(options: IntakeListenerOptions): Promise<IntakeListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: options.maxBytes,
    lmtp: options.lmtp ?? false,
    closeTimeout: 1_000,
    onData: (stream, session, acknowledge) => {
      take(stream, session, options).then(() => acknowledge(), acknowledge);
    },
  });
  // A sender that hangs up in mid-mail is its own affair: nothing was acknowledged.
  server.on('error', () => undefined);
  const port = await listen(server, options);
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listen(server: SMTPServer, { port, host = '127.0.0.1' }: IntakeListenerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', (cause) =>
      reject(new Error(`Mail intake cannot listen on ${host}:${port}; free the port or set another.`, { cause })),
    );
    server.listen(port, host, () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function take(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  options: IntakeListenerOptions,
): Promise<void> {
  const raw = await collect(stream, options.maxBytes);
  if (raw === undefined) throw refusal(552, `Mail exceeds ${options.maxBytes} bytes`);
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) };
  try {
    await options.onMail({ raw, envelope, receivedAt: options.now().toISOString() });
  } catch (cause) {
    throw refusal(451, 'Mail could not be stored, try again later', cause);
  }
}

/** Undefined for a mail over the limit: its bytes are let go as they come. */
async function collect(stream: SMTPServerDataStream, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes > maxBytes ? undefined : Buffer.concat(chunks);
}

function refusal(responseCode: number, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { responseCode });
}
