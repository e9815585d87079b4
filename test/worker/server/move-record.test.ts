import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRecord } from '../../../record/database.js';
import { copyRecord } from '../../../record/move/copy-record.js';
import { readContent, readTables } from '../../../record/move/read-tables.js';
import { saveCampaign } from '../../../record/campaigns.js';
import { append } from '../../../record/journal.js';
import { addNote } from '../../../record/notes.js';
import type { Db } from '../../../record/schema.js';
import { storeAnswers } from '../../../record/store-answers.js';
import { moveRecord } from '../../../worker/move-record.js';
import { openOfficeRecord } from '../../../worker/open-office-record.js';
import { takeInstanceLock } from '../../../worker/local/instance-lock.js';
import { layRecordInto, temporaryFolder } from '../../record/open-test-record.js';
import { sampleCampaign } from '../../record/sample-register.js';
import { createEmptyDatabase, type TestDatabase } from '../../record/test-database.js';

const campaign = 'moving';
const at = '2026-03-01T00:00:00.123Z';
const now = () => new Date(at);

let filled: string;
let home: string;
let database: TestDatabase;
let told: string[];

beforeAll(async () => {
  filled = temporaryFolder();
  await layRecordInto(filled);
  await inFolder(filled, fill);
});
beforeEach(async () => {
  told = [];
  home = temporaryFolder();
  database = await createEmptyDatabase();
  cpSync(filled, home, { recursive: true });
});
afterAll(() => rmSync(filled, { recursive: true, force: true }));
afterEach(async () => {
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

const move = (to: string, from: { home: string; database?: { url: string; poolSize: number } } = { home }) =>
  moveRecord({ settings: from, to, now, tell: (table, rows) => told.push(`${table} ${rows}`) });
const onServer = { url: '', poolSize: 2 };

async function inFolder<T>(folder: string, work: (db: Db) => Promise<T>, evenIfMoved = false): Promise<T> {
  const record = await openRecord({ folder: join(folder, 'record') }, { now: at, evenIfMoved });
  return work(record.db).finally(record.close);
}

async function inDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const record = await openRecord({ connectionString: database.url }, { now: at });
  return work(record.db).finally(record.close);
}

/** More rows than fit one lot, awkward text, and a number that was given out and taken back. */
async function fill(db: Db): Promise<void> {
  await db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign(campaign, { parties: 20, tasks: 106 })));
  await storeAnswers(
    db,
    Array.from({ length: 1_200 }, (_, index) => ({
      campaign,
      task: (index % 106) + 1,
      round: '2026-1',
      answerId: `a${index}`,
      party: 'p0',
      channel: 'form' as const,
      by: '甲“乙”\t\\丙',
      receivedAt: at,
      content: { figures: [{ target: 0, value: 0.1 + index }], progress: `进展\n第${index}项 "引号" \\n 😀` },
    })),
  );
  for (let n = 1; n <= 3; n += 1) await addNote(db, { campaign, about: `n${n}`, plannedAt: at, text: '事' });
  await db.deleteFrom('note').where('about', '=', 'n3').execute();
  await db
    .transaction()
    .execute((trx) => append(trx, { campaign, at, by: 'system', act: 'x', detail: { a: [1.5, null] } }));
}

async function contents(db: Db): Promise<ReadonlyMap<string, unknown>> {
  return db.transaction().execute(async (trx) => {
    const found = new Map<string, unknown>();
    for (const table of await readTables(trx)) found.set(table, await readContent(trx, table));
    return found;
  });
}

describe('moving the record', () => {
  it('brings every row over, and numbers go on', async () => {
    const moved = await move(database.url);
    expect(moved.before).toBe(false);
    expect(moved.rows).toBeGreaterThan(1_300);
    expect(told).toContain('answer 1200');
    await inDatabase(async (db) => {
      expect(await db.selectFrom('answer').select('id').orderBy('id', 'desc').limit(1).execute()).toEqual([
        { id: 1_200 },
      ]);
      await addNote(db, { campaign, about: 'next', plannedAt: at, text: '事' });
      const note = await db.selectFrom('note').select('id').where('about', '=', 'next').executeTakeFirst();
      expect(note).toEqual({ id: 4 });
    });
  });

  it('leaves the old folder unusable by mistake', async () => {
    await move(database.url);
    await expect(openOfficeRecord({ home }, now, () => undefined)).rejects.toThrow(
      /已于 .* 搬到 .*：请把 DATABASE_URL/,
    );
    expect(existsSync(join(home, 'record', 'data'))).toBe(true);
  });

  it('there and back again loses nothing', async () => {
    const before = await inFolder(home, contents);
    await move(database.url);
    const again = temporaryFolder();
    await move(again, { home, database: { ...onServer, url: database.url } });
    expect(await inFolder(again, contents)).toEqual(before);
    await expect(inDatabase(contents)).rejects.toThrow(`搬到 ${again}`);
    rmSync(again, { recursive: true });
  });

  it('that was interrupted begins again from nothing', async () => {
    const cut = moveRecord({
      settings: { home },
      to: database.url,
      now,
      tell: (line) => {
        if (line.startsWith('answer')) throw new Error('the power failed');
      },
    });
    await expect(cut).rejects.toThrow('the power failed');
    expect(await inDatabase((db) => db.selectFrom('campaign').select('id').execute())).toEqual([]);
    expect((await move(database.url)).before).toBe(false);
  });

  it('that was complete but not marked is only marked', async () => {
    await inFolder(home, (from) => inDatabase((to) => copyRecord(from, to, () => undefined)));
    expect((await move(database.url)).before).toBe(true);
    await expect(openOfficeRecord({ home }, now, () => undefined)).rejects.toThrow('已于');
  });

  it('refuses a target that holds something else', async () => {
    await inDatabase((db) => db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign('other'))));
    await expect(move(database.url)).rejects.toThrow('目标记录库里已有别的内容，没有搬动');
    expect(await inFolder(home, (db) => db.selectFrom('campaign').select('id').execute())).toEqual([{ id: campaign }]);
  });

  it('refuses while an office runs in the folder', async () => {
    const lock = takeInstanceLock(home);
    await expect(move(database.url)).rejects.toThrow('双月已在此文件夹运行');
    lock.release();
  });

  it('refuses a folder without a record', async () => {
    const empty = temporaryFolder();
    await expect(move(database.url, { home: empty })).rejects.toThrow('里没有记录库，没有可搬的');
    rmSync(empty, { recursive: true });
  });

  it('is asked for where only the setting was changed', async () => {
    const settings = { home, database: { ...onServer, url: database.url } };
    await expect(openOfficeRecord(settings, now, () => undefined)).rejects.toThrow('那里还是空的');
    await move(database.url);
    const record = await openOfficeRecord(settings, now, () => undefined);
    await record.close();
  });
});
