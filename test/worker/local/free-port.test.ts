import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { claimPort, freePort } from '../../../worker/local/free-port.js';

describe('ports of the embedded parts', () => {
  it('free ones differ from each other', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => freePort()));
    expect(new Set(ports).size).toBe(50);
  });

  it('a free one can be listened on', async () => {
    const port = await freePort();
    expect(await claimPort(port, 'web', 'WEB_PORT')).toBe(port);
  });

  it('a taken one is refused with the setting to change', async () => {
    const port = await freePort();
    const server = createServer();
    await once(server.listen(port, '127.0.0.1'), 'listening');
    await expect(claimPort(port, 'web', 'WEB_PORT')).rejects.toThrow(new RegExp(`端口 ${port}.*WEB_PORT`));
    await once(server.close(), 'close');
  });
});
