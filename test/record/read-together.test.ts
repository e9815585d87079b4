import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CompiledQuery, sql } from 'kysely';
import { anyOf } from '../../record/any-of.js';
import { askedOnce, readTogether } from '../../record/read-together.js';
import { openTestRecord } from './open-test-record.js';

let record: Awaited<ReturnType<typeof openTestRecord>>;

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const addFile = (hash: string) =>
  record.db.insertInto('file').values({ hash, bytes: 1, media: 'text/plain', stored_at: '2026-02-20T02:00:00Z' }).execute(); // prettier-ignore

describe('a view of the record for many at a time', () => {
  it('asks the same once, and something else anew', async () => {
    const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
    const view = readTogether(record.db);
    const find = (hash: string) => view.selectFrom('file').select('hash').where('hash', '=', hash).execute();
    expect(await find(one)).toEqual([]);
    await addFile(one);
    await addFile(two);
    expect(await find(one)).toEqual([]);
    expect(await find(two)).toEqual([{ hash: two }]);
    expect(await readTogether(record.db).selectFrom('file').select('hash').where('hash', '=', one).execute()).toEqual([{ hash: one }]); // prettier-ignore
  });

  it('has a named question asked once; a record itself has it asked every time', async () => {
    const asked: string[] = [];
    const ask = askedOnce('bytes', async (db, hash: string, media: string) => {
      asked.push(`${hash.slice(0, 1)} ${media}`);
      const found = db.selectFrom('file').select('bytes').where('hash', '=', hash).where('media', '=', media);
      return found.executeTakeFirstOrThrow();
    });
    const [hash, text] = ['9'.repeat(64), 'text/plain'] as const;
    await addFile(hash);
    const [view, other] = [readTogether(record.db), readTogether(record.db)];
    expect(await Promise.all([ask(view, hash, text), ask(view, hash, text)])).toEqual([{ bytes: 1 }, { bytes: 1 }]);
    expect(asked).toEqual(['9 text/plain']);
    await ask(other, hash, text);
    for (const _ of [1, 2]) await ask(record.db, hash, text);
    expect(asked).toHaveLength(4);
  });

  it('has a named question asked anew where it failed', async () => {
    const ask = askedOnce('a file', (db, hash: string) =>
      db.selectFrom('file').select('bytes').where('hash', '=', hash).executeTakeFirstOrThrow(),
    );
    const hash = '8'.repeat(64);
    const view = readTogether(record.db);
    await expect(Promise.all([ask(view, hash), ask(view, hash)])).rejects.toThrow('no result');
    await addFile(hash);
    expect(await ask(readTogether(record.db, view), hash)).toEqual({ bytes: 1 });
  });

  it('goes on with what an earlier one was told, but for what changes', async () => {
    const asked: string[] = [];
    const named = (name: string, options?: { readonly changing: boolean }) =>
      askedOnce(name, async (_db, hash: string) => asked.push(`${name} ${hash}`), options);
    const [lasting, changing] = [named('lasting'), named('changing', { changing: true })];
    const first = readTogether(record.db);
    for (const view of [first, first, readTogether(record.db, first)]) {
      await lasting(view, 'a');
      await changing(view, 'a');
    }
    await lasting(readTogether(record.db), 'a');
    expect(asked).toEqual(['lasting a', 'changing a', 'changing a', 'lasting a']);
  });

  it('asks what is alike as one, and each gets its own', async () => {
    const hashes = ['3', '4', '5'].map((digit) => digit.repeat(64));
    for (const hash of hashes) await addFile(hash);
    const asked = jest.spyOn(record.db.getExecutor(), 'executeQuery');
    const view = readTogether(record.db);
    const descending = (some: readonly string[], bytes: number) =>
      view.selectFrom('file').select('hash').where('hash', '=', anyOf(some)).where('bytes', '=', bytes).orderBy('hash', 'desc').limit(2).execute(); // prettier-ignore
    const [all, first, none, empty] = await Promise.all([
      descending(hashes, 1),
      descending(hashes.slice(0, 1), 1),
      descending(hashes, 2),
      descending([], 1),
    ]);
    expect(all).toEqual([{ hash: hashes[2] }, { hash: hashes[1] }]);
    expect(first).toEqual([{ hash: hashes[0] }]);
    expect([none, empty]).toEqual([[], []]);
    // The empty list tells no type, and goes alone.
    expect(asked).toHaveBeenCalledTimes(2);
    asked.mockRestore();
  });

  it('asks one by one where a value does not tell its type', async () => {
    await addFile('6'.repeat(64));
    const view = readTogether(record.db);
    const storedAt = (instant: string) =>
      view.selectFrom('file').select('bytes').where('stored_at', '=', instant).where('hash', '=', '6'.repeat(64)).execute(); // prettier-ignore
    const instants = ['2026-02-20T02:00:00Z', '2026-02-20T03:00:00Z'];
    expect(await Promise.all(instants.map(storedAt))).toEqual([[{ bytes: 1 }], []]);
    expect(await Promise.all(['2026-02-20T10:00:00+08:00', ...instants].map(storedAt))).toEqual([[{ bytes: 1 }], [{ bytes: 1 }], []]); // prettier-ignore
  });

  it('fails only who asks what cannot be answered', async () => {
    await addFile('7'.repeat(64));
    const view = readTogether(record.db);
    const divide = (by: number) =>
      view
        .selectFrom('file')
        .select(sql`1 / ${by}::int`.as('part'))
        .limit(1)
        .execute();
    const settled = await Promise.allSettled([divide(0), divide(1)]);
    expect(settled).toMatchObject([{ reason: { code: '22012' } }, { value: [{ part: 1 }] }]);
  });

  it('changes nothing', async () => {
    const view = readTogether(record.db);
    await expect(view.deleteFrom('file').execute()).rejects.toThrow('no reading of the record');
    await expect(view.executeQuery(CompiledQuery.raw('delete from file'))).rejects.toThrow('no reading');
    await expect(view.transaction().execute(async () => undefined)).rejects.toThrow('no transactions');
  });
});
