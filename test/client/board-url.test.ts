import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { boardUrl } from '../../client/board-url.js';
import { wordsIn } from '../../client/words.js';
import { freePort } from '../../worker/local/free-port.js';

const publicUrl = 'https://diaodu.ln.example';
const words = wordsIn('zh');

describe('where the client finds the office', () => {
  it('is this machine while the office runs here', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await boardUrl({ web: { port, publicUrl } }, words)).toBe(`http://localhost:${port}`);
    server.close();
  });

  it('is the public address where nothing listens here', async () => {
    expect(await boardUrl({ web: { port: await freePort(), publicUrl } }, words)).toBe(publicUrl);
  });

  it('is asked for where any port may be it', async () => {
    expect(await boardUrl({ web: { port: 0, publicUrl } }, words)).toBe(publicUrl);
    await expect(boardUrl({ web: { port: 0 } }, words)).rejects.toThrow('WEB_PORT');
  });
});
