import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { openRecord } from '../../../record/database.js';
import { isServerAway } from '../../../record/server/server-away.js';
import { freePort } from '../../../worker/local/free-port.js';
import { type PostgresServer, startPostgres } from '../postgres-server.js';

const now = '2026-01-05T01:00:00.000Z';
let server: PostgresServer;

const prepare = [
  `create role office login password 'right'`,
  'create database shuangyue owner office',
  `create database latin encoding 'latin1' locale 'C' template template0`,
  'create database foreign_to_us',
  'create role stranger login',
];

beforeAll(async () => {
  server = await startPostgres();
  const client = new Client({ connectionString: server.socketUrl('postgres') });
  await client.connect();
  for (const statement of prepare) await client.query(statement);
  await client.end();
});
afterAll(() => server.remove());

async function refusalOf(connectionString: string): Promise<Error> {
  try {
    const record = await openRecord({ connectionString }, { now, waitMs: 3000 });
    await record.close();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error(`${connectionString} was opened, expected a refusal`);
}

describe('a record on a PostgreSQL server', () => {
  it('opens with a password, twice, as its owner', async () => {
    const place = { connectionString: server.tcpUrl('shuangyue', 'office:right'), poolSize: 2 };
    for (const _ of ['once', 'again']) {
      const record = await openRecord(place, { now });
      expect(await record.db.selectFrom('migration').select('number').limit(1).execute()).toEqual([{ number: 1 }]);
      await record.close();
    }
  });

  it('is migrated once by processes that start together', async () => {
    const connectionString = server.socketUrl('foreign_to_us');
    const records = await Promise.all([1, 2, 3, 4].map(() => openRecord({ connectionString }, { now })));
    const rows = await records[0]?.db.selectFrom('migration').select('number').orderBy('number').execute();
    expect(rows?.map(({ number }) => number)).toEqual(rows?.map((_, index) => index + 1));
    for (const record of records) await record.close();
  });

  it.each([
    ['a wrong password', () => server.tcpUrl('shuangyue', 'office:secret-wrong'), '不认用户 office 的口令'],
    ['a password left out', () => server.tcpUrl('shuangyue', 'office'), '要求口令'],
    ['an unknown user', () => server.socketUrl('shuangyue', 'nobody-here'), '不许用户 nobody-here 这样登录'],
    ['no such database', () => server.tcpUrl('elsewhere', 'office:right'), '没有数据库 elsewhere'],
    ['an encoding that is not UTF8', () => server.socketUrl('latin'), '编码是 LATIN1，应为 UTF8'],
    ['no right to create tables', () => server.socketUrl('foreign_to_us', 'stranger'), '用户 stranger 无权'],
    ['a server without TLS', () => `${server.tcpUrl('shuangyue', 'office:right')}?sslmode=require`, '不支持加密连接'],
  ])('refuses %s in one sentence', async (_what, url, sentence) => {
    const refusal = await refusalOf(url());
    expect(refusal.name).toBe('Refusal');
    expect(refusal.message).toContain(sentence);
    expect(refusal.message).toMatch(/：请.*。$/);
    expect(refusal.message).not.toMatch(/secret-wrong|right@|\n/);
  });

  it('tells a server that is away from one that refuses', async () => {
    const away = await refusalOf(`postgres://office:secret@127.0.0.1:${await freePort()}/shuangyue`);
    expect(isServerAway(away)).toBe(true);
    expect(away.message).toMatch(/^连不上 PostgreSQL（127.0.0.1:\d+\/shuangyue）（ECONNREFUSED）：请/);
    const nowhere = await refusalOf('postgres://office:secret@nowhere.invalid/shuangyue');
    expect(isServerAway(nowhere)).toBe(true);
    expect(nowhere.message).not.toContain('secret');
  });
});
