import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** What the relay does with a letter; `drop` breaks the connection off, before or after the final dot was read. */
export type Treatment = 'accept' | 'defer' | 'drop-in-data' | 'drop-after-dot';

export interface Passed {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly at: number;
}

export interface Relay {
  /** The same one after `up`. */
  readonly port: number;
  /** What it took on its own responsibility, whether it could still say so or not. */
  readonly passed: readonly Passed[];
  /** How many letters it has begun to take. */
  readonly begun: () => number;
  /** Asked of each recipient: 550, no such user. */
  refuses: (address: string) => boolean;
  /** Asked once of each letter. */
  treat: (to: readonly string[]) => Treatment;
  /** How long it takes over each letter. */
  delayMs: () => number;
  /** What becomes of a letter once it is the relay's, a copy for instance; nobody waits for it. */
  afterwards: (letter: Passed) => Promise<void>;
  /** Connections are refused from now on, and those there are break off. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';

/** A real SMTP server behind a line that can be cut: smtp-server itself would not break off where a network does. */
export async function openRelay(): Promise<Relay> {
  const passed: Passed[] = [];
  let begun = 0;
  const lines = new Map<number, Socket>();
  const behind = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) => done(relay.refuses(address) ? reply(550) : null),
    onData: (stream, { envelope, remotePort }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address);
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      void take(stream, relay.treat(to), { from, to, cut: () => void lines.get(remotePort)?.destroy() }).then(
        done,
        done,
      );
    },
  });
  behind.on('error', () => undefined);
  await once(behind.listen(0, host), 'listening');
  const inner = (behind.server.address() as AddressInfo).port;
  const front = openFront(inner, lines);
  const port = await front.listen(0);
  const relay: Relay = {
    port,
    passed,
    begun: () => begun,
    refuses: () => false,
    treat: () => 'accept',
    delayMs: () => 0,
    afterwards: () => Promise.resolve(),
    down: () => front.close(),
    up: async () => void (await front.listen(port)),
    close: async () => {
      await front.close();
      await new Promise<void>((done) => behind.close(() => done()));
    },
  };
  return relay;

  async function take(
    stream: SMTPServerDataStream,
    treatment: Treatment,
    { from, to, cut }: { from: string; to: readonly string[]; cut: () => void },
  ): Promise<Error | undefined> {
    begun += 1;
    const raw = await collect(stream, treatment === 'drop-in-data' ? cut : () => undefined);
    await pause(relay.delayMs());
    if (treatment === 'drop-in-data') return reply(451);
    if (treatment === 'defer') return reply(451);
    const letter = { messageId: messageIdOf(raw), from, to, raw, at: Date.now() };
    passed.push(letter);
    void relay.afterwards(letter);
    if (treatment === 'drop-after-dot') cut();
    return undefined;
  }
}

async function collect(stream: SMTPServerDataStream, onFirst: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (chunks.push(chunk as Buffer) === 1) onFirst();
  return Buffer.concat(chunks);
}

function reply(responseCode: number): Error {
  return Object.assign(new Error(responseCode === 550 ? 'No such user here' : 'Try again later'), { responseCode });
}

function messageIdOf(raw: Buffer): string {
  return /^Message-ID:\s*(\S+)/im.exec(raw.toString('latin1'))?.[1] ?? '';
}

/** The line: each side's bytes go to the other until it is cut. */
function openFront(inner: number, lines: Map<number, Socket>) {
  let server: Server | undefined;
  const join = (outside: Socket) => {
    const inside = connect(inner, host);
    inside.once('connect', () => lines.set((inside.address() as AddressInfo).port, outside));
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  };
  return {
    listen: async (port: number) => {
      server = createServer(join);
      await once(server.listen(port, host), 'listening');
      return (server.address() as AddressInfo).port;
    },
    close: async () => {
      const closing = server?.listening === true ? once(server.close(), 'close') : undefined;
      for (const line of lines.values()) line.destroy();
      lines.clear();
      await closing;
    },
  };
}
