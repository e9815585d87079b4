import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, double, nat, oneof, property, record, string } from 'fast-check';
import { projectRoot } from '../../../config/project-root.js';
import { readRegisterWorkbook } from '../../../config/register/read-register-workbook.js';
import { decodeWorkbook } from '../../../sheets/decode-workbook.js';
import { smallWorkbook, workbookOf } from './small-workbook.js';

const messy = readFileSync(join(projectRoot(), 'test/fixtures/sheets/messy-register.xlsx'));
const sender = { name: '省质强办', email: 'zqb@ln.example' };

describe('a workbook with everything at once', () => {
  it('is read as its office means it', async () => {
    const defaults = { id: 'messy', title: '质量行动', sender };
    const { register, problems } = readRegisterWorkbook(await decodeWorkbook(messy), 'r.xlsx', () => defaults);
    expect(problems).toEqual([]);
    expect(register?.tasks).toMatchObject([
      { number: 1, area: '产品质量', lead: 'gxt', support: ['kjt', 'czt', 'fgw'], deadline: '11-30', targets: [{ value: 20, unit: '台（套）' }] }, // prettier-ignore
      { number: 2, area: '产品质量', lead: 'scjgj', support: [], deadline: '09-30', targets: [{ value: 98, unit: '%', kind: 'ratio' }] }, // prettier-ignore
      { number: 3, area: '工程质量', lead: 'zjt', deadline: '06-30', targets: [{ value: 60, unit: '家' }, { value: 8, unit: '个', by: '06-30' }] }, // prettier-ignore
      { number: 4, area: '工程质量', lead: 'zjt', deadline: '12-31', targets: [] },
    ]);
    expect(register?.parties.find(({ code }) => code === 'shenyang')).toMatchObject({
      kind: 'city',
      relation: 'city',
      posts: {
        'liaison-a': { name: '张三', email: 'shenyang.lly@ln.example', phone: '13900000007' },
        head: { name: '李四', email: 'shenyang.fg@ln.example' },
      },
    });
  });

  it('whatever its cells hold, is read to an end', () => {
    expect.hasAssertions();
    const words = constantFrom('—', '无', '6月底', '2026年', '6月底：', '@', 'a@b', '>', '；；', '"', '20家', '%', '等', '\n\n', '序号', '牵头单位'); // prettier-ignore
    const cell = oneof(
      words,
      string(),
      double(),
      array(words).map((parts) => parts.join('')),
    );
    const change = record({ sheet: constantFrom('settings', 'tasks', 'parties' as const), row: nat(12), column: nat(15), cell }); // prettier-ignore
    assert(
      property(array(change, { minLength: 1, maxLength: 30 }), (changes) => {
        const book = smallWorkbook();
        for (const { sheet, row, column, cell: value } of changes) {
          book[sheet][row] ??= [];
          book[sheet][row][column] = value;
        }
        const { register, problems } = readRegisterWorkbook(workbookOf(book), 'r.xlsx');
        expect(register === undefined).toBe(problems.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['line breaks', `甲${'\n'.repeat(32_000)}`],
    ['spaces', `1${' '.repeat(32_000)}1`],
    ['signs of addresses', 'a'.repeat(32_000)],
    ['strokes', '—'.repeat(32_000)],
    ['quotes', '"'.repeat(32_000)],
    ['separators', '、'.repeat(32_000)],
    ['closing brackets', '> '.repeat(16_000)],
    ['colons', ':'.repeat(32_000)],
    ['等', '等'.repeat(32_000)],
  ])('is not slow where every cell is full of %s', (_name, value) => {
    const book = smallWorkbook();
    for (const rows of [book.tasks, book.parties]) for (const row of rows.slice(1)) row.fill(value);
    for (const row of book.settings.slice(1)) row[1] = value;
    const { user } = process.cpuUsage();
    expect(readRegisterWorkbook(workbookOf(book), 'r.xlsx').problems.length).toBeGreaterThan(0);
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(2_000);
  });
});
