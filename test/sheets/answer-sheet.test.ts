import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { projectRoot } from '../../config/project-root.js';
import { type Rating, ratings } from '../../domain/rating.js';
import { readSheetToken, sheetToken } from '../../mail/sheet-token.js';
import { findSeal } from '../../sheets/answer-sheet/find-seal.js';
import { openAnswerSheet } from '../../sheets/answer-sheet/open-answer-sheet.js';
import { readAnswerSheet, type SheetAnswer } from '../../sheets/answer-sheet/read-answer-sheet.js';
import { writeAnswerSheet } from '../../sheets/answer-sheet/write-answer-sheet.js';
import type { Cell } from '../../sheets/workbook.js';
import { blankSheet, claims, type Filled, filledSheet, secret } from './answer-sheet-sample.js';

const read = async (rows: Readonly<Record<number, Filled>>) => readAnswerSheet(await filledSheet(rows), claims);
const task = async (number: number, rows: Readonly<Record<number, Filled>>): Promise<SheetAnswer> => {
  const found = (await read(rows))?.rows.find((row) => row.task === number);
  if (found === undefined) throw new Error(`no task ${number}`);
  return found;
};
const problemsOf = async (number: number, rows: Readonly<Record<number, Filled>>) =>
  (await task(number, rows)).problems.map(({ cell, text }) => `${cell}：${text}`);
const date = (value: string): Cell => ({ kind: 'date', value });

describe('a sheet as it is sent', () => {
  it('is the same bytes twice', async () => {
    expect(await writeAnswerSheet(blankSheet())).toEqual(await writeAnswerSheet(blankSheet()));
  });

  it('locks what is ours and opens what is theirs', async () => {
    const [table] = (await readXlsx(await writeAnswerSheet(blankSheet()), { readStyles: true })).sheets;
    expect(table?.protection?.sheet).toBe(true);
    const isOpen = (at: string) => table?.cells?.get(at)?.style?.protection?.locked === false;
    expect(['4,0', '4,2', '4,3', '4,7', '7,8'].filter(isOpen)).toEqual([]);
    expect(['4,8', '5,8', '4,9', '4,11', '7,21'].filter((at) => !isOpen(at))).toEqual([]);
  });

  it('offers the seven ratings and wants numbers and days', async () => {
    const [table] = (await readXlsx(await writeAnswerSheet(blankSheet()))).sheets;
    const rules = new Map(table?.dataValidations?.map(({ range, ...rule }) => [range, rule]));
    expect(rules.get('J5:J8')).toMatchObject({ type: 'list', values: Object.values(ratings) });
    expect(rules.get('I5:I8')).toMatchObject({ type: 'decimal' });
    expect(rules.get('K5:K8')).toMatchObject({ type: 'date' });
    expect(rules.get('Q5:Q8')).toMatchObject({ type: 'date' });
  });

  it('says in a hidden page what it answers', async () => {
    const workbook = await filledSheet({});
    expect(workbook.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(readSheetToken(findSeal(workbook) ?? '', secret)).toEqual(claims);
  });

  it('comes back with nothing answered', async () => {
    const reading = await read({});
    expect(reading?.rows.map((row) => [row.task, row.row, row.filled])).toEqual([
      [3, 5, false],
      [7, 7, false],
      [12, 8, false],
    ]);
    expect(reading?.strays).toEqual([]);
  });
});

describe('a filled row', () => {
  const whole: Filled = {
    figure: 1210,
    rating: '序时推进',
    progress: '新增310批次。',
    help: '经费',
    helper: '省财政厅',
    nextSteps: '第四批抽查',
    nextBy: date('2026-08-31'),
    evidence: '辽质发〔2026〕12号',
    experience: '一企一策',
    filledBy: '张三 024-12345678',
    reviewedBy: '王五',
    signedOffBy: '李四 2026-6-24',
  };

  it('is an answer with a figure for each target', async () => {
    expect(await task(3, { 5: whole, 6: { figure: 91.5 } })).toMatchObject({
      filled: true,
      problems: [],
      content: {
        rating: 'onTrack',
        figures: [
          { target: 0, value: 1210 },
          { target: 1, value: 91.5 },
        ],
        progress: '新增310批次。',
        help: '经费（需协调单位：省财政厅）',
        nextSteps: '第四批抽查',
        nextBy: '2026-08-31',
        evidence: '辽质发〔2026〕12号',
        experience: '一企一策',
        filledBy: '张三 024-12345678',
        reviewedBy: '王五',
        signedOffBy: '李四 2026-6-24',
      },
    });
  });

  it('lends its signatures to the other rows', async () => {
    const rows = { 5: whole, 8: { rating: '长期推进', reviewedBy: '赵六' } };
    const { content } = await task(12, rows);
    expect(content).toMatchObject({ filledBy: '张三 024-12345678', reviewedBy: '赵六' });
    expect((await task(7, rows)).filled).toBe(false);
  });

  it('that says 无变化 confirms the figures', async () => {
    const { content, problems } = await task(3, { 5: { progress: '无变化', figure: 900 }, 6: { figure: 88 } });
    expect(problems).toEqual([]);
    expect(content).toMatchObject({ unchanged: true });
    expect(content).not.toHaveProperty('progress');
  });

  it('that says 无变化 without a figure is asked for it', async () => {
    const { content, problems, filled } = await task(3, { 5: { progress: '无变化' }, 6: { figure: 88 } });
    expect(problems).toEqual([{ cell: 'I5', text: '写“无变化”的，请在本期累计填上期数900以示确认' }]);
    expect(filled).toBe(true);
    expect(content).toMatchObject({ progress: '无变化' });
    expect(content).not.toHaveProperty('unchanged');
  });

  it.each<[string, Filled, object]>([
    ['a number with its unit', { figure: '１，２１０ 台（套）' }, { figures: [{ target: 0, value: 1210 }] }],
    ['a sum with binary noise', { figure: 0.1 + 0.2 }, { figures: [{ target: 0, value: 0.3 }] }],
    ['a rating with a stop', { rating: ' 序时推进。' }, { rating: 'onTrack' }],
    ['a day in Chinese', { nextBy: '2026年8月31日前' }, { nextBy: '2026-08-31' }],
    ['a day with slashes', { nextBy: '2026/8/31' }, { nextBy: '2026-08-31' }],
    ['a day that lost its format', { nextBy: 46_265 }, { nextBy: '2026-08-31' }],
    ['a month’s end', { nextBy: '8月底' }, { nextBy: '2026-08-31' }],
    ['a telephone as a number', { filledBy: 2_412_345_678 }, { filledBy: '2412345678' }],
    ['a dash', { rating: '序时推进', cause: '—' }, { rating: 'onTrack', figures: [] }],
  ])('reads %s', async (_name, cells, content) => {
    const row = await task(7, { 7: { progress: '有进展', ...cells } });
    expect(row.content).toMatchObject(content);
    expect(row.content).not.toHaveProperty('cause');
  });

  it('lends a promise of December its next year', async () => {
    const late = { ...claims, cutoff: '2026-12-10' };
    const reading = readAnswerSheet(await filledSheet({ 7: { nextBy: '1月15日', completedOn: '11月3日' } }), late);
    expect(reading?.rows[1]?.content).toMatchObject({ nextBy: '2027-01-15', completedOn: '2026-11-03' });
  });

  it('reads a percentage as it is shown', async () => {
    const { content } = await task(3, { 6: { figure: { kind: 'percent', value: 0.915 } } });
    expect(content.figures).toEqual([{ target: 1, value: 91.5 }]);
  });
});

describe('a bad cell is named and the others count', () => {
  it.each<[string, Filled, string[]]>([
    ['a vague figure', { figure: '约30', rating: '序时推进' }, ['I7：填“约30”，请只填数字，例如 1210']],
    ['a negative figure', { figure: -3, rating: '序时推进' }, ['I7：填“-3”，累计数不能小于零']],
    ['a broken formula', { figure: { kind: 'error', value: '#REF!' }, rating: '序时推进' }, ['I7：公式出错（#REF!），请直接填写内容']],
    ['a formula without its result', { figure: { kind: 'uncached', value: '=A1' }, rating: '序时推进' }, ['I7：公式没有存下结果，请直接填写内容']],
    ['a rating of their own', { figure: 3, rating: '差不多' }, ['J7：自评填“差不多”，请从“已完成、序时推进、进展滞后、尚未启动、长期推进、申请调整、另行报送”中选择']],
    ['no rating', { progress: '有进展' }, ['J7：未填自评，请从“已完成、序时推进、进展滞后、尚未启动、长期推进、申请调整、另行报送”中选择']],
    ['done without proof', { rating: '已完成' }, ['K7：自评“已完成”，请填完成日期', 'R7：自评“已完成”，请填佐证文号']],
    ['done on a day that is none', { rating: '已完成', completedOn: '2026-2-30', evidence: '〔2026〕1号' }, ['K7：填“2026-2-30”，请填日期，例如 2026-6-30']],
    ['behind without why and when', { rating: '进展滞后' }, ['M7：自评“进展滞后”，请填滞后原因', 'Q7：自评“进展滞后”，请填预计赶上的日期']],
    ['a helper without a matter', { rating: '序时推进', helper: '省财政厅' }, ['N7：填了需协调单位，请写明需协调事项']],
  ])('%s', async (_name, cells, expected) => {
    expect(await problemsOf(7, { 7: cells })).toEqual(expected);
  }); // prettier-ignore

  it('a sum of the year that fell', async () => {
    expect(await problemsOf(3, { 5: { figure: 800, rating: '序时推进' } })).toEqual([
      'I5：累计800批次，小于上期900批次，请核对单位和口径',
    ]);
  });

  it('a sum that trebled or passed its target', async () => {
    const known = { ...claims, tasks: claims.tasks.map((one) => ({ ...one, targets: one.targets.map((target) => ({ ...target, goal: 1300 })) })) }; // prettier-ignore
    const reading = readAnswerSheet(await filledSheet({ 5: { figure: 2800, rating: '序时推进' } }), known);
    expect(reading?.rows[0]?.problems.map(({ text }) => text)).toEqual([
      '累计2800批次，超过上期900批次的3倍，累计2800批次，超过年度目标1300批次，完成率超过100%，请核对单位和口径',
    ]);
    expect(readSheetToken(sheetToken(known, secret), secret)).toEqual(known);
  });

  it('a figure where none is asked', async () => {
    expect(await problemsOf(12, { 8: { figure: 5, rating: '长期推进' } })).toEqual([
      'I8：任务12没有量化目标，所填“5”未计入，请写入本期进展',
    ]);
  });

  it('a figure beyond the targets', async () => {
    const { content, problems } = await task(12, { 8: { rating: '长期推进' }, 9: { figure: 5 } });
    expect(problems.map(({ cell }) => cell)).toEqual(['I9']);
    expect(content).toMatchObject({ rating: 'longTerm', figures: [] });
  });

  it('is no answer where nothing else is said', async () => {
    expect(await task(7, { 7: { figure: '约30', filledBy: '张三' } })).toMatchObject({
      filled: false,
      problems: [{ cell: 'I7' }, { cell: 'J7' }],
    });
  });

  it.each<[string, number, Filled, string]>([
    ['another task', 9, { number: 99, rating: '已完成' }, 'A9：任务99不在这张调度表应报之列，这一行未计入'],
    ['a task that stood before', 9, { number: 3, rating: '已完成' }, 'A9：任务3在前面已有一行，以前一行为准，这一行未计入'],
    ['no number', 9, { number: '合计', figure: 3 }, 'A9：序号填“合计”，不知属于哪项任务，这一行未计入'],
  ])('a row of %s is left out', async (_name, row, cells, expected) => {
    const strays = (await read({ [row]: cells }))?.strays ?? [];
    expect(strays.map(({ cell, text }) => `${cell}：${text}`)).toEqual([expected]);
  }); // prettier-ignore
});

describe('whatever a department writes', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom<Cell>({ kind: 'error', value: '#N/A' }, { kind: 'boolean', value: true }, date('2026-06-30')),
  );
  const anyRow = fc.record(
    {
      figure: anything,
      rating: fc.oneof(anything, fc.constantFrom(...Object.values(ratings))),
      completedOn: anything,
      progress: anything,
      cause: anything,
      nextBy: anything,
      evidence: anything,
      number: fc.oneof(anything, fc.constantFrom(3, 7, 12)),
    },
    { requiredKeys: [] },
  );

  it('never breaks the reading, and names cells of its own rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.integer({ min: 5, max: 12 }).map(String), anyRow), async (rows) => {
        const reading = await read(rows);
        const problems = [...(reading?.rows.flatMap((row) => row.problems) ?? []), ...(reading?.strays ?? [])];
        for (const { cell, text } of problems) {
          expect(cell).toMatch(/^[A-V](?:[5-9]|1[0-2])$/u);
          expect(text).toMatch(/[^。]$/u);
        }
        expect(new Set(reading?.rows.map((row) => row.task)).size).toBe(reading?.rows.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is read as it was said where every cell is good', async () => {
    const good = fc.record({
      rating: fc.constantFrom(...(Object.keys(ratings) as Rating[])),
      figure: fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100),
      day: fc
        .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      words: fc.stringMatching(/^[一-龥]{3,40}$/u),
    });
    await fc.assert(
      fc.asyncProperty(good, async ({ rating, figure, day, words }) => {
        const cells = { figure, rating: ratings[rating], completedOn: date(day), nextBy: day, progress: words, cause: words, evidence: words }; // prettier-ignore
        expect(await task(7, { 7: cells })).toMatchObject({
          filled: true,
          problems: [],
          content: { rating, figures: [{ target: 0, value: figure }], completedOn: day, nextBy: day, progress: words, cause: words, evidence: words }, // prettier-ignore
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a sheet that another program saved', () => {
  const folder = `${projectRoot()}/test/sheets/filled`;
  it.each(['openpyxl', 'libreoffice', 'exceljs'])('reads the same from %s', async (program) => {
    const opened = await openAnswerSheet(readFileSync(`${folder}/${program}.xlsx`), (token) =>
      readSheetToken(token, secret),
    );
    if (opened.kind !== 'sheet') throw new Error(opened.reason);
    expect(opened.claims).toEqual(claims);
    expect(opened.reading.strays).toEqual([]);
    expect(opened.reading.rows).toMatchObject([
      { task: 3, problems: [], content: { rating: 'onTrack', figures: [{ target: 0, value: 1210 }, { target: 1, value: 91.5 }], progress: '新增310批次，\n覆盖14市。', nextBy: '2026-08-31', filledBy: '张三 024-12345678', signedOffBy: '李四 2026-6-24' } },
      { task: 7, problems: [{ cell: 'I7' }, { cell: 'Q7' }], content: { rating: 'behind', figures: [], cause: '资金未到位' } },
      { task: 12, problems: [], content: { rating: 'done', completedOn: '2026-06-01', evidence: '辽质发〔2026〕12号' } },
    ]);
  }); // prettier-ignore
});

describe('a workbook that is no sheet of ours', () => {
  const opened = (bytes: Uint8Array) => openAnswerSheet(bytes, (token) => readSheetToken(token, secret));

  it('is told by its missing seal', async () => {
    const sample = readFileSync(`${projectRoot()}/config/samples/liaoning-quality.xlsx`);
    expect(await opened(sample)).toMatchObject({ kind: 'unsealed' });
  });

  it('is told by a seal that is not ours', async () => {
    expect(await opened(await writeAnswerSheet(blankSheet('W10.forged')))).toMatchObject({ kind: 'forged' });
  });

  it('is refused by the guard with its sentence', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex');
    expect(await opened(old)).toMatchObject({ kind: 'refused', code: 'old-format' });
    expect(await opened(Buffer.from('调度表'))).toMatchObject({ kind: 'refused', code: 'not-a-workbook' });
  });
});
