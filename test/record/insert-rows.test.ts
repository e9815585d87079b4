import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertRows } from '../../record/insert-rows.js';
import { storableJson } from '../../record/storable.js';
import { openTestRecord } from './open-test-record.js';

let record: Awaited<ReturnType<typeof openTestRecord>>;

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

const entry = (act: string) => ({ campaign: null, at: '2026-02-20T02:00:00.000Z', by: 'zqb1', act });
const entries = () =>
  record.db.selectFrom('journal').select(['act', 'at', 'task', 'why', 'detail']).orderBy('id').execute();

describe('inserting rows', () => {
  it('keeps the order given, and every type of column as a query gives it back', async () => {
    const rows = [
      { ...entry('one'), task: 17, why: '“同上”，见\n附件', detail: { files: ['a', 'b'], nested: { figure: 1.5 } } },
      { ...entry('two'), task: null, why: null, detail: null },
    ];
    await insertRows(record.db, 'journal', rows).execute();
    expect(await entries()).toEqual(rows.map(({ campaign: _campaign, by: _by, ...row }) => row));
  });

  it('has null for what a row leaves out, and the default for what all leave out', async () => {
    const rows = [entry('three'), { ...entry('four'), why: '原因' }];
    const ids = await insertRows(record.db, 'journal', rows).returning(['id', 'why']).execute();
    expect(ids.map(({ why }) => why)).toEqual([null, '原因']);
    expect(ids.every(({ id }) => id > 0)).toBe(true);
  });

  it('leaves what is there, told so', async () => {
    const hash = 'a'.repeat(64);
    const file = { hash, bytes: 1, media: 'text/plain', stored_at: '2026-02-20T02:00:00.000Z' };
    const insert = (bytes: number) =>
      insertRows(record.db, 'file', [{ ...file, bytes }])
        .onConflict((conflict) => conflict.doNothing())
        .returning('bytes')
        .execute();
    expect(await insert(1)).toEqual([{ bytes: 1 }]);
    expect(await insert(2)).toEqual([]);
  });
});

describe('what PostgreSQL cannot hold', () => {
  const broken = 'a\0b\uD800c\uDFFFd';
  const whole = 'a\uFFFDb\uFFFDc\uFFFDd';

  it('becomes U+FFFD, at any depth', async () => {
    const [kept] = await insertRows(record.db, 'journal', [
      { ...entry(broken), why: broken, detail: { words: [broken, { deep: broken }] } },
    ])
      .returning(['act', 'why', 'detail'])
      .execute();
    expect(kept).toEqual({ act: whole, why: whole, detail: { words: [whole, { deep: whole }] } });
  });

  it('is not seen in what only looks like it', () => {
    const [typed, emoji] = ['\\u0000 \\ud800', '😀'];
    expect(JSON.parse(storableJson({ typed, emoji }))).toEqual({ typed, emoji });
  });
});
