import fs, { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { openRecord } from '../../record/database.js';
import { lockFolder } from '../../record/embedded/folder-lock.js';
import { tendTables } from '../../record/embedded/tend-tables.js';
import { append } from '../../record/journal.js';
import { layRecordInto, openTestRecord, temporaryFolder } from './open-test-record.js';
import { runChild } from './run-child.js';

const now = '2026-01-05T01:00:00.000Z';
const entry = { campaign: null, at: now, by: 'system', act: 'tried' };
const leftovers: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  jest.restoreAllMocks();
  for (const clear of leftovers.splice(0).toReversed()) await clear();
});

async function openOne() {
  const record = await openTestRecord();
  leftovers.push(record.close);
  return record;
}

function temporary(): string {
  const folder = temporaryFolder();
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the embedded database', () => {
  it('calls fsync for every commit and for no read', async () => {
    const { db } = await openOne();
    const synced = jest.spyOn(fs, 'fsyncSync');
    for (let count = 0; count < 10; count += 1) await db.transaction().execute((trx) => append(trx, entry));
    expect(synced.mock.calls.length).toBeGreaterThanOrEqual(10);
    synced.mockClear();
    await db.selectFrom('journal').selectAll().execute();
    expect(synced).not.toHaveBeenCalled();
  });

  it('goes on after statements that fail', async () => {
    const { db } = await openOne();
    const [code, goals] = ['x', '{}'];
    const failing = [
      [sql`select 1 / ${0}::int`, '22012'],
      [sql`select ${code} from nowhere`, '42P01'],
      [sql`insert into journal (at, by, act) values (${now}, ${code}, ${null})`, '23502'],
      [sql`select ${goals}::jsonb, ${code}::int`, '22P02'],
    ] as const;
    for (const [statement, expected] of [...failing, ...failing, ...failing]) {
      await expect(statement.execute(db)).rejects.toMatchObject({ code: expected });
      expect((await sql<{ sum: number }>`select ${1}::int + ${2}::int as sum`.execute(db)).rows).toEqual([{ sum: 3 }]);
    }
  });

  it('knows how much lies in its tables, and gives room back', async () => {
    const { db } = await openOne();
    const known = async () => {
      const { rows } = await sql<{ rows: number; dead: number }>`
        select reltuples::int as rows, n_dead_tup::int as dead
        from pg_class inner join pg_stat_user_tables on relid = pg_class.oid where pg_class.relname = 'journal'`.execute(
        db,
      );
      return rows[0];
    };
    const write = async () => {
      await sql`insert into journal (at, by, act) select ${now}, 'system', 'tried' from generate_series(1, 400)`.execute(
        db,
      );
      await sql`update journal set act = 'tried again'`.execute(db);
      await sql`select pg_stat_force_next_flush()`.execute(db);
    };
    expect(await known()).toMatchObject({ rows: -1 });
    await write();
    expect(await known()).toEqual({ rows: -1, dead: 400 });
    await tendTables(db);
    expect(await known()).toEqual({ rows: 400, dead: 0 });
    await db.transaction().execute((trx) => append(trx, entry));
    await tendTables(db);
    expect(await known()).toEqual({ rows: 400, dead: 0 });
  });

  it('takes a statement again with other values', async () => {
    const { db } = await openOne();
    for (let count = 1; count <= 5; count += 1) {
      await db.transaction().execute((trx) => append(trx, { ...entry, act: `act ${count}` }));
      const found = await db.selectFrom('journal').select('act').where('act', '=', `act ${count}`).execute();
      expect(found).toEqual([{ act: `act ${count}` }]);
    }
  });

  it('gives instants in UTC, days as days, counts as numbers, json as objects', async () => {
    const { db } = await openOne();
    const { rows } = await sql`
      select '2026-03-03 17:00:00+08'::timestamptz as instant, '2026-02-28'::date as day, count(*) as count,
        '{"a": [1, null]}'::jsonb as json, null::timestamptz as nothing, array[2, 1] as numbers`.execute(db);
    expect(rows).toEqual([
      {
        instant: '2026-03-03T09:00:00.000Z',
        day: '2026-02-28',
        count: 1,
        json: { a: [1, null] },
        nothing: null,
        numbers: [2, 1],
      },
    ]);
  });

  it('goes on after a refused statement, in and outside a transaction', async () => {
    const { db } = await openOne();
    await expect(sql`select 1 / ${0}::integer`.execute(db)).rejects.toMatchObject({ code: '22012' });
    const torn = db.transaction().execute(async (trx) => {
      await append(trx, entry);
      await sql`select from nowhere`.execute(trx);
    });
    await expect(torn).rejects.toMatchObject({ code: '42P01' });
    expect(await db.selectFrom('journal').selectAll().execute()).toEqual([]);
  });

  it('fails a statement that waits for its own transaction', async () => {
    const folder = await layRecordInto(temporary());
    const record = await openRecord({ folder }, { now, waitMs: 100 });
    leftovers.push(record.close);
    const knot = record.db.transaction().execute(() => record.db.selectFrom('journal').selectAll().execute());
    await expect(knot).rejects.toThrow('timeout');
    expect(await record.db.selectFrom('journal').selectAll().execute()).toEqual([]);
  });

  it('begins anew when its making was cut short', async () => {
    const folder = temporary();
    mkdirSync(join(folder, 'data.new'), { recursive: true });
    writeFileSync(join(folder, 'data.new', 'PG_VERSION'), '18\n');
    const record = await openRecord({ folder }, { now });
    await record.close();
    expect(existsSync(join(folder, 'data.new'))).toBe(false);
  });

  it('restores a backup into an empty folder only', async () => {
    const record = await openOne();
    await record.db.transaction().execute((trx) => append(trx, entry));
    const backup = await record.backup?.();
    if (backup === undefined) throw new Error('the embedded record gave no backup');
    const folder = temporary();
    const restored = await openRecord({ folder, backup }, { now });
    leftovers.push(restored.close);
    expect(await restored.db.selectFrom('journal').select('act').execute()).toEqual([{ act: 'tried' }]);
    await restored.close();
    await expect(openRecord({ folder, backup }, { now })).rejects.toThrow('备份只能恢复到空文件夹');
  });
});

describe('the lock of a folder', () => {
  it('refuses a second process, naming folder and pid', async () => {
    const { folder } = await openOne();
    const child = runChild('hold-record.ts', folder);
    leftovers.push(child.kill);
    const { value: said } = await child.lines.next();
    expect(said).toContain(`${folder} 正由进程 ${process.pid} 使用`);
  });

  it('refuses a second opening in the same process', async () => {
    const { folder } = await openOne();
    await expect(openRecord({ folder }, { now })).rejects.toThrow('已由本进程');
  });

  it('is taken over from a killed process', async () => {
    const folder = await layRecordInto(temporary());
    const child = runChild('hold-record.ts', folder);
    expect((await child.lines.next()).value).toBe('open');
    expect(() => lockFolder(folder)).toThrow(`进程 ${child.process.pid}`);
    await child.kill();
    lockFolder(folder).release();
  });

  it.each([
    ['a later process with the same number', JSON.stringify({ pid: process.pid, host: hostname(), start: 'before' })],
    ['nobody, emptied by a power failure', ''],
  ])('is taken over from %s', (_whose, text) => {
    const folder = temporary();
    writeFileSync(join(folder, 'owner.lock'), text);
    lockFolder(folder).release();
    expect(existsSync(join(folder, 'owner.lock'))).toBe(false);
  });

  it('is respected when another machine holds it', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'owner.lock'), JSON.stringify({ pid: 7, host: 'elsewhere', start: '' }));
    expect(() => lockFolder(folder)).toThrow('机器 elsewhere 上的进程 7');
  });
});

describe('a process killed with -9', () => {
  it('has lost no acknowledged row', async () => {
    const folder = await layRecordInto(temporary());
    const acknowledged: string[] = [];
    for (const [life, rows] of [30, 75, 52].entries()) acknowledged.push(...(await killAfter(folder, life, rows)));
    const { db, close } = await openRecord({ folder }, { now });
    leftovers.push(close);
    const kept = await db.selectFrom('journal').select('act').execute();
    const acts = new Set(kept.map(({ act }) => act));
    expect(acknowledged.filter((act) => !acts.has(act))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(30 + 75 + 52);
  });
});

/** What the child had printed when it died, also between our order and its death. */
async function killAfter(folder: string, life: number, rows: number): Promise<readonly string[]> {
  const child = runChild('append-for-ever.ts', folder, String(life));
  leftovers.push(child.kill);
  const printed: string[] = [];
  for await (const line of child.lines) {
    printed.push(line);
    if (printed.length === rows) await child.kill();
  }
  return printed;
}
