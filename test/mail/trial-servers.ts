import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { KeyPair } from './certificates.js';

export interface TrialServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A relay that lets only `zqb` with the password `p@ss` in; with a certificate it speaks TLS from the first byte. */
export async function startRelay({ tls, sizeLimit }: { tls?: KeyPair; sizeLimit?: number } = {}): Promise<TrialServer> {
  const server = new SMTPServer({
    ...(tls ? { secure: true, key: tls.key, cert: tls.cert } : { disabledCommands: ['STARTTLS'] }),
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    ...(sizeLimit !== undefined && { size: sizeLimit }),
    onAuth: ({ username, password }, _, done) =>
      username === 'zqb' && password === 'p@ss'
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 })),
  });
  // Whoever refuses our certificate hangs up, which is an error to the server.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((done) => server.close(() => done())) };
}

/** Takes connections and says nothing. */
export async function startSilent(): Promise<TrialServer> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}
