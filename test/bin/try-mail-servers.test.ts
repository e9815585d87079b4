import { afterEach, describe, expect, it } from '@jest/globals';
import { tryMailServers } from '../../bin/try-mail-servers.js';
import { wordsIn } from '../../client/words.js';
import { readSettings } from '../../config/settings.js';
import { startRelay, type TrialServer } from '../mail/trial-servers.js';

const servers: TrialServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const tried = async (url?: string) => {
  const told: string[] = [];
  const settings = readSettings(url === undefined ? {} : { SMTP_URL: url }, '/nowhere');
  await tryMailServers(settings, wordsIn('zh'), (line) => void told.push(line));
  return told;
};
const relay = async (password: string): Promise<string> => {
  const server = await startRelay();
  servers.push(server);
  return `smtp://zqb:${password}@127.0.0.1:${server.port}`;
};

describe('mail servers before a start', () => {
  it('that let us in are not spoken of', async () => {
    expect(await tried(await relay('p%40ss'))).toEqual([]);
    expect(await tried()).toEqual([]);
  });

  it('that refuse the password stop the start', async () => {
    await expect(tried(await relay('hunter2'))).rejects.toMatchObject({
      name: 'Mistake',
      message: expect.stringMatching(/^没有启动：\n发信服务器不接受 SMTP_URL 中的用户或口令/),
    });
  });

  it('that are away are waited for, and told of', async () => {
    expect(await tried('smtp://127.0.0.1:9')).toEqual([
      expect.stringMatching(/^请注意：.*连不上：拒绝连接；会一直再试/),
    ]);
  });
});
