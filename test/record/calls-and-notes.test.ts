import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callsOf, logCall } from '../../record/calls.js';
import { addNote, claimNotes, dueNotes } from '../../record/notes.js';
import { addLetter } from './sample-letters.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';

let record: TestRecord;
const at = '2026-02-25T06:00:00.000Z';

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

describe('a call', () => {
  it('is logged with its party and round', async () => {
    const call = { campaign: 'demo', round: '2026-1', party: 'p0', by: 'zqb1', at, note: '已在审签' };
    await logCall(record.db, call);
    await logCall(record.db, { ...call, party: 'p1' });
    const of = { campaign: 'demo', round: '2026-1', parties: ['p0'] };
    expect(await callsOf(record.db, of)).toMatchObject([call]);
  });
});

describe('a note', () => {
  it('tells one matter once in a campaign', async () => {
    const note = { campaign: 'demo', about: '2026-1/unsigned/p0', plannedAt: at, text: '督办函未签发。' };
    expect(await addNote(record.db, note)).toBe(true);
    expect(await addNote(record.db, { ...note, text: '又一次' })).toBe(false);
    expect(await addNote(record.db, { ...note, campaign: 'other' })).toBe(true);
  });

  it('is claimed by one letter when it is due', async () => {
    const early = { campaign: 'due', about: 'a', plannedAt: '2026-02-25T01:00:00.000Z', text: '一' };
    await addNote(record.db, { ...early, about: 'b', plannedAt: at, text: '二' });
    await addNote(record.db, early);
    await addNote(record.db, { ...early, about: 'c', plannedAt: '2026-02-26T01:00:00.000Z', text: '三' });
    const of = { campaign: 'due', upTo: at };
    expect((await dueNotes(record.db, of)).map(({ text }) => text)).toEqual(['一', '二']);
    const letter = await addLetter(record.db, { key: 'due/coordinators', campaign: 'due' });
    expect(await claimNotes(record.db, { ...of, letter })).toHaveLength(2);
    expect(await claimNotes(record.db, { ...of, letter })).toEqual([]);
    expect(await dueNotes(record.db, of)).toEqual([]);
  });
});
