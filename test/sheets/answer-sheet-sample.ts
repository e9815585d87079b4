import type { SheetClaims } from '../../domain/sheet-claims.js';
import { sheetToken } from '../../mail/sheet-token.js';
import type { AnswerSheet } from '../../sheets/answer-sheet/answer-sheet.js';
import { type OpenColumn, sheetColumns } from '../../sheets/answer-sheet/columns.js';
import { decodeWorkbook } from '../../sheets/decode-workbook.js';
import { writeAnswerSheet } from '../../sheets/answer-sheet/write-answer-sheet.js';
import type { Cell, Workbook } from '../../sheets/workbook.js';

export const secret = 'a secret of sheets';

/** Task 3 has two targets and rows 5 and 6, task 7 one and row 7, task 12 none and row 8. */
export const claims: SheetClaims = {
  campaign: 'demo',
  round: '2026-3',
  party: 'gxt',
  cutoff: '2026-06-20',
  tasks: [
    {
      number: 3,
      targets: [
        { kind: 'cumulative', unit: '批次', last: 900 },
        { kind: 'ratio', unit: '%', last: 88 },
      ],
    },
    { number: 7, targets: [{ kind: 'stock', unit: '台（套）' }] },
    { number: 12, targets: [] },
  ],
};

export const blankSheet = (token = sheetToken(claims, secret)): AnswerSheet => ({
  title: '示例行动2026年第3次双月调度表（省工业和信息化厅）',
  notes: ['请填黄色各格。', '填几项报几项。'],
  token,
  at: '2026-06-10T01:30:00.000Z',
  tasks: claims.tasks.map(({ number, targets }) => ({
    number,
    area: '产品质量',
    title: `任务${number}的名称_x0041_`,
    goals: targets.length === 0 ? ['建立机制'] : targets.map(({ unit }) => `累计1300${unit}（12月31日前）`),
    lasts: targets.map(({ last }) => last),
    isMeasured: targets.length > 0,
    deadline: '12月31日',
    section: '质量处',
    support: '省财政厅',
  })),
});

let blank: Promise<Workbook> | undefined;

export type Filled = Readonly<Partial<Record<OpenColumn | 'number', string | number | Cell>>>;

/** The sheet with these cells filled in, by row as people count. */
export async function filledSheet(rows: Readonly<Record<number, Filled>>): Promise<Workbook> {
  blank ??= decodeWorkbook(await writeAnswerSheet(blankSheet()));
  const { sheets } = await blank;
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.hidden ? sheet.rows : withRows(sheet.rows, rows),
    })),
  };
}

function withRows(rows: Workbook['sheets'][number]['rows'], filled: Readonly<Record<number, Filled>>) {
  const last = Math.max(rows.length, ...Object.keys(filled).map(Number));
  return Array.from({ length: last }, (_, at) =>
    sheetColumns.map(({ key }, column): Cell | undefined => {
      const given = filled[at + 1]?.[key as OpenColumn];
      return given === undefined ? rows[at]?.[column] : cellOf(given);
    }),
  );
}

function cellOf(given: string | number | Cell): Cell {
  if (typeof given === 'number') return { kind: 'number', value: given };
  return typeof given === 'string' ? { kind: 'text', value: given } : given;
}
