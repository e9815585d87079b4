import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { sql } from 'kysely';
import { openRecord, type RecordDb } from '../../../record/database.js';
import { append } from '../../../record/journal.js';
import { lostConnection } from '../../../record/server/server-away.js';
import { openOfficeRecord } from '../../../worker/open-office-record.js';
import { holds } from '../../eventually.js';
import { type PostgresServer, startPostgres } from '../postgres-server.js';

const at = '2026-01-05T01:00:00.000Z';
let server: PostgresServer;
let record: RecordDb;

beforeAll(async () => {
  server = await startPostgres({ durable: true });
  const client = new Client({ connectionString: server.socketUrl('postgres') });
  await client.connect();
  await client.query(`create role office login password 'right'`);
  await client.query('create database shuangyue owner office');
  await client.end();
  record = await openRecord({ connectionString: url() }, { now: at, waitMs: 5_000 });
});
beforeEach(() => record.db.deleteFrom('journal').execute());
afterAll(async () => {
  await record.close();
  await server.remove();
});

const url = () => server.tcpUrl('shuangyue', 'office:right');
const write = (act: string) =>
  record.db.transaction().execute((trx) => append(trx, { campaign: null, at, by: 'system', act }));
const acts = async () =>
  (await record.db.selectFrom('journal').select('act').orderBy('id').execute()).map(({ act }) => act);

describe('a server that is restarted', () => {
  it('costs only what was under way, and is used again', async () => {
    await write('before');
    const cut = record.db.transaction().execute(async (trx) => {
      await append(trx, { campaign: null, at, by: 'system', act: 'cut' });
      await server.stop('immediate');
      await append(trx, { campaign: null, at, by: 'system', act: 'cut too' });
    });
    expect(await cut.catch(lostConnection)).toBe(true);
    expect(await write('while away').catch(lostConnection)).toBe(true);
    await server.start();
    await write('after');
    expect(await acts()).toEqual(['before', 'after']);
  });

  it('loses nothing that was acknowledged', async () => {
    const acknowledged: string[] = [];
    let stopped = false;
    const writing = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; !stopped; n += 1) {
        const act = `${writer}-${n}`;
        await write(act).then(
          () => acknowledged.push(act),
          () => new Promise((resolve) => setTimeout(resolve, 20)),
        );
      }
    });
    await holds('a hundred are written', () => Promise.resolve(acknowledged.length > 100));
    await server.stop('immediate');
    await server.start();
    const before = acknowledged.length;
    await holds('writing goes on', () => Promise.resolve(acknowledged.length > before + 100));
    stopped = true;
    await Promise.all(writing);
    const kept = new Set(await acts());
    expect(acknowledged.filter((act) => !kept.has(act))).toEqual([]);
  });

  it('is waited for at start, and told of once', async () => {
    await server.stop('fast');
    const told: string[] = [];
    const opening = openOfficeRecord(
      { home: '/nowhere', database: { url: url(), poolSize: 2 } },
      () => new Date(at),
      ({ zh }) => told.push(zh),
    );
    await holds('it is told', () => Promise.resolve(told.length > 0));
    await server.start();
    const opened = await opening;
    await sql`select 1`.execute(opened.db);
    await opened.close();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /^连不上 PostgreSQL（127.0.0.1:\d+\/shuangyue）（ECONNREFUSED）：请.*正在等待，连上即继续。$/,
    );
  });
});
