import { once } from 'node:events';
import { createServer, type ListenOptions, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** What an attendant may do with the two ends of a connection. */
export interface Ends {
  readonly toServer: (bytes: Buffer) => void;
  readonly toWorker: (bytes: Buffer) => void;
  /** The worker is dead: the server gets what it was given, and then the end. */
  readonly cut: () => void;
}

/** Hears both sides of one connection and passes on what it hears. */
export interface Attendant {
  readonly fromWorker: (bytes: Buffer) => void;
  readonly fromServer: (bytes: Buffer) => void;
}

/** A line between a worker and a server, each connection with an attendant of its own. */
export async function openTcpLine(
  where: ListenOptions,
  connect: () => Socket,
  attend: (ends: Ends) => Attendant,
): Promise<Line> {
  const sockets = new Set<Socket>();
  const server = createServer((outside) => {
    const inside = connect();
    let isCut = false;
    const attendant = attend({
      toServer: (bytes) => void inside.write(bytes),
      toWorker: (bytes) => void outside.write(bytes),
      cut: () => {
        isCut = true;
        inside.end();
        outside.destroy();
      },
    });
    outside.on('data', (bytes) => isCut || attendant.fromWorker(bytes));
    inside.on('data', (bytes) => isCut || attendant.fromServer(bytes));
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.end());
      // What the other side still says to a dead worker is heard here.
      one.on('close', () => (sockets.delete(one), other.end()));
    }
  });
  server.listen(where);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
