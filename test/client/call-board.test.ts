import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openBoard } from '../../client/board.js';
import { wordsIn } from '../../client/words.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An office that refuses whatever is asked, with this. */
async function officeThatSays(error: object): Promise<string> {
  const server = createServer((_, response) => response.writeHead(409).end(JSON.stringify({ error })));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const chinese = { code: 'refused', message: '没有行动 x。', where: 'GET /api/status' };
const both = { ...chinese, english: 'There is no campaign x.' };

describe('a refusal of the office', () => {
  it.each([
    ['zh', both, '没有行动 x。'],
    ['en', both, 'There is no campaign x.'],
    ['en', chinese, '没有行动 x。'],
  ] as const)('is told in the reader’s language: %s', async (language, error, sentence) => {
    const board = openBoard({ url: await officeThatSays(error), apiKey: 'key', words: wordsIn(language) });
    await expect(board.status('x')).rejects.toThrow(sentence);
  });
});
