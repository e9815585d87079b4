import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Envelope } from '../send/postbox.js';

/** Called with each whole mail; resolves once it is safe on disk. */
export type Accept = (raw: Buffer, envelope: Envelope) => Promise<void>;

export interface SmtpDoor {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const largestMail = 30 * 1024 * 1024;

const envelopeOf = ({ envelope }: SMTPServerSession): Envelope => ({
  from: envelope.mailFrom ? envelope.mailFrom.address : '',
  to: envelope.rcptTo.map(({ address }) => address),
});

const smtpError = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

const collect = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw smtpError(552, '5.3.4 Mail is larger than 30 MB');
  return Buffer.concat(chunks);
};

const reply = (error: unknown): Error =>
  error instanceof Error && 'responseCode' in error
    ? error
    : smtpError(451, `4.3.0 Not stored, try again: ${error instanceof Error ? error.message : String(error)}`);

/** Takes mail for anyone; 250 is said only when `accept` has resolved. */
export const openSmtpDoor = async (host: string, port: number, accept: Accept): Promise<SmtpDoor> => {
  const server = new SMTPServer({
    name: 'post-office',
    banner: 'local post office',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: largestMail,
    maxAllowedUnauthenticatedCommands: false,
    closeTimeout: 300,
    // Longer than the client keeps a connection: each new one waits 100 ms for the greeting.
    socketTimeout: 10 * 60_000,
    logger: false,
    onData: (stream, session, callback) => {
      collect(stream)
        .then((raw) => accept(raw, envelopeOf(session)))
        .then(
          () => callback(null, 'stored'),
          (error: unknown) => callback(reply(error)),
        );
    },
  });
  // A client that hangs up is no event of ours; without a listener it would end the process.
  server.on('error', () => undefined);
  const listening = await new Promise<number>((resolve, reject) => {
    const socket = server.listen(port, host);
    socket.once('error', reject);
    socket.once('listening', () => {
      const address = socket.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
  return { port: listening, close: () => new Promise((resolve) => server.close(resolve)) };
};
