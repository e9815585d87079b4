import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beat, readProcesses } from '../../../record/processes.js';
import { openPresence } from '../../../worker/presence.js';
import { holds } from '../../eventually.js';
import { openTestRecord, type TestRecord } from '../../record/open-test-record.js';

const quick = { everyMs: 20, looks: 5 };
const now = () => new Date('2026-03-01T00:00:00.000Z');
const elsewhere = { host: 'other', pid: 1, system: 'another kernel', start: '1', startedAt: now().toISOString() };

let record: TestRecord;
const warned: string[] = [];
const log = { warn: (_detail: object, message: string) => void warned.push(message) };
const open = (bootId: string) => openPresence(record.db, { bootId, now, log }, quick);
const known = async () => (await readProcesses(record.db)).map(({ bootId }) => bootId);

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

describe('processes on one record', () => {
  it('know each other as long as they live', async () => {
    const one = await open('one');
    const other = await open('other');
    expect(await one.hasEnded('other')).toBe(false);
    await other.close();
    expect(await one.hasEnded('other')).toBe(true);
    await one.close();
    expect(await known()).toEqual([]);
  });

  it('know at once that one of their own system was killed', async () => {
    const one = await open('one');
    const [self] = await readProcesses(record.db);
    if (!self) throw new Error('a process that opened its presence is not in the record');
    await beat(record.db, { ...self, bootId: 'killed', start: `${self.start ?? ''}0` });
    expect(await one.hasEnded('killed')).toBe(true);
    await holds('the killed one is forgotten', async () => !(await known()).includes('killed'));
    await one.close();
  });

  it('take a machine for ended whose beats stand still', async () => {
    const one = await open('one');
    await beat(record.db, { ...elsewhere, bootId: 'silent' });
    expect(await one.hasEnded('silent')).toBe(false);
    await holds('the silent one is forgotten', async () => !(await known()).includes('silent'));
    expect(await one.hasEnded('silent')).toBe(true);
    expect(warned).toContain('Another worker has ended; its letters are looked after');
    await one.close();
  });

  it('leave alone who goes on beating', async () => {
    const one = await open('one');
    for (let beats = 0; beats < 30; beats += 1) {
      await beat(record.db, { ...elsewhere, bootId: 'slow' });
      await new Promise((resolve) => setTimeout(resolve, quick.everyMs));
    }
    expect(await one.hasEnded('slow')).toBe(false);
    await one.close();
  });
});
