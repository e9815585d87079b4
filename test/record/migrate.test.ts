import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { migrationsFolder } from '../../record/migrations-folder.js';
import { migrate } from '../../record/migrate.js';
import { openTestRecord, temporaryFolder, type TestRecord } from './open-test-record.js';

const now = '2026-01-05T01:00:00.000Z';
const home = temporaryFolder();
const folder = join(home, 'migrations');
let record: TestRecord;

beforeAll(async () => {
  record = await openTestRecord();
});
beforeEach(async () => {
  await sql`drop table if exists migration, one, two`.execute(record.db);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  write('001-one.sql', 'create table one (id integer); insert into one values (1);');
});
afterAll(async () => {
  await record.close();
  rmSync(home, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
const run = () => migrate(record.db, now, folder);

describe('migrations', () => {
  it('found in the project are numbered from 001', () => {
    expect(readdirSync(migrationsFolder()).toSorted()[0]).toBe('001-campaign.sql');
  });

  it('are applied once, in order, and noted', async () => {
    expect(await run()).toEqual(['001-one']);
    write('002-two.sql', 'create table two as select id + 1 as id from one;');
    expect(await run()).toEqual(['002-two']);
    expect(await run()).toEqual([]);
    const applied = await record.db.selectFrom('migration').select(['number', 'name', 'applied_at']).execute();
    expect(applied).toEqual([
      { number: 1, name: '001-one', applied_at: now },
      { number: 2, name: '002-two', applied_at: now },
    ]);
  });

  it('leave nothing of a file that fails', async () => {
    write('002-two.sql', 'create table two (id integer); select from nowhere;');
    await expect(run()).rejects.toMatchObject({ code: '42P01' });
    expect(await record.db.selectFrom('migration').select('name').execute()).toEqual([{ name: '001-one' }]);
    await expect(sql`select from two`.execute(record.db)).rejects.toMatchObject({ code: '42P01' });
  });

  it('refuse a file that was changed after it was applied', async () => {
    await run();
    write('001-one.sql', 'create table one (id bigint);');
    await expect(run()).rejects.toThrow('001-one 在执行之后被改过');
  });

  it('take turned line ends for no change', async () => {
    write('001-one.sql', 'create table one (\n  id integer\n);\n');
    await run();
    write('001-one.sql', 'create table one (\r\n  id integer\r\n);\r\n');
    expect(await run()).toEqual([]);
  });

  it('refuse a record that a newer version wrote', async () => {
    write('002-two.sql', 'create table two (id integer);');
    await run();
    rmSync(join(folder, '002-two.sql'));
    await expect(run()).rejects.toThrow('更新的版本写过（002-two）');
  });

  it.each(['003-gap.sql', '01-short.sql', '002_underscore.sql'])('refuse the name %s', async (name) => {
    write(name, 'select 1;');
    await expect(run()).rejects.toThrow('without gaps');
  });
});
