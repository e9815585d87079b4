import { SMTPServer } from 'smtp-server';

export interface Sink {
  readonly url: string;
  /** Resolves with the instant (epoch ms) at which the nth mail from now on is accepted. */
  readonly accepts: (mails: number) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** A mail server that accepts everything and remembers only when. */
export async function openSink(): Promise<Sink> {
  let counted: (() => void) | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData: (stream, _session, accept) => {
      stream.resume().once('end', () => {
        accept();
        counted?.();
      });
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepts: (mails) =>
      new Promise((resolve) => {
        let left = mails;
        counted = () => {
          left -= 1;
          if (left === 0) resolve(Date.now());
        };
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
