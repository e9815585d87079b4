import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { rememberReads } from '../../record/remember-reads.js';
import { openTestRecord } from './open-test-record.js';

let record: Awaited<ReturnType<typeof openTestRecord>>;

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const addFile = (hash: string) =>
  record.db.insertInto('file').values({ hash, bytes: 1, media: 'text/plain', stored_at: '2026-02-20T02:00:00Z' }).execute(); // prettier-ignore

describe('a view of the record that remembers', () => {
  it('asks the same once, and something else anew', async () => {
    const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
    const remembering = rememberReads(record.db);
    const find = (hash: string) => remembering.selectFrom('file').select('hash').where('hash', '=', hash).execute();
    expect(await find(one)).toEqual([]);
    await addFile(one);
    await addFile(two);
    expect(await find(one)).toEqual([]);
    expect(await find(two)).toEqual([{ hash: two }]);
    expect(await rememberReads(record.db).selectFrom('file').select('hash').where('hash', '=', one).execute()).toEqual([{ hash: one }]); // prettier-ignore
  });

  it('changes nothing', async () => {
    const remembering = rememberReads(record.db);
    await expect(remembering.deleteFrom('file').execute()).rejects.toThrow('no reading of the record');
    await expect(remembering.executeQuery(CompiledQuery.raw('delete from file'))).rejects.toThrow('no reading');
    await expect(remembering.transaction().execute(async () => undefined)).rejects.toThrow('no transactions');
  });
});
