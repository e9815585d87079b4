import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { inBoth } from '../../domain/sentence.js';
import { startWords } from '../start-words.js';
import { refusal } from './refusal.js';

/** What a port is for. */
export type PortPurpose = keyof (typeof startWords)['zh']['ports'];

const host = '127.0.0.1';

/** A port nobody listens on. The connection closed from our side keeps the kernel from handing it out again for a minute. */
export async function freePort(): Promise<number> {
  const server = createServer((socket) => socket.end());
  await once(server.listen(0, host), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  await once(connect(address.port, host).resume(), 'close');
  await once(server.close(), 'close');
  return address.port;
}

/** `port` itself if it can be listened on, any free one for 0; a taken one is refused with the setting to change. */
export async function claimPort(port: number, purpose: PortPurpose, setting: string): Promise<number> {
  if (port === 0) return freePort();
  const server = createServer();
  try {
    await once(server.listen(port, host), 'listening');
  } catch (cause) {
    throw refusal(
      inBoth(startWords, ({ portTaken, ports }) => portTaken(port, ports[purpose], setting)),
      cause,
    );
  }
  await once(server.close(), 'close');
  return port;
}
