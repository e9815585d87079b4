import { writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { escaped } from '../escaped.js';
import { type AnswerSheet, sealMark, sheetNames, type SheetRows } from './answer-sheet.js';
import { sheetColumns, type ColumnLook } from './columns.js';
import { bodyOf, font, headingOf, noteStyle, titleStyle } from './look.js';
import { linesOf } from './row-height.js';
import { validationsOf } from './validations.js';

/** Rows that a task takes. */
const rowsOf = ({ goals }: SheetRows): number => Math.max(1, goals.length);

/** The bytes of a 调度表: ours locked, theirs open; the same sheet is the same bytes. */
export function writeAnswerSheet(sheet: AnswerSheet): Promise<Uint8Array> {
  const at = new Date(sheet.at);
  return writeXlsx({
    sheets: [tableOf(sheet), sealOf(sheet)],
    defaultFont: font,
    properties: { title: sheet.title, created: at, modified: at },
    workbookProtection: { lockStructure: true },
  });
}

function tableOf({ title, notes, tasks }: AnswerSheet): WriteSheet {
  const above = [title, ...notes];
  const first = above.length + 1;
  const bodies = tasks.flatMap(drawTask);
  const rows = [...above.map((text) => [text]), sheetColumns.map(({ heading }) => heading), ...bodies.map(valuesOf)];
  return {
    name: sheetNames.table,
    columns: sheetColumns.map(({ width }) => ({ width })),
    rows: rows.map((row) => row.map(written)),
    cells: new Map<string, Partial<Cell>>([
      ['0,0', { style: titleStyle }],
      ...notes.map((_, at) => [`${at + 1},0`, { style: noteStyle }] as const),
      ...sheetColumns.map((column, at) => [`${above.length},${at}`, { style: headingOf(column) }] as const),
      ...bodies.flatMap(({ task }, row) =>
        sheetColumns.map((column, at) => [`${first + row},${at}`, { style: bodyOf(column, task.isMeasured) }] as const),
      ),
    ]),
    merges: [
      ...above.map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: sheetColumns.length - 1 })),
      ...mergesOf(tasks, first),
    ],
    rowDefs: new Map([
      [0, { height: 32 }],
      ...notes.map((_, at) => [at + 1, { height: 18 }] as const),
      [above.length, { height: 30 }],
      ...bodies.map((drawn, row) => [first + row, { height: heightOf(drawn) }] as const),
    ]),
    dataValidations: validationsOf(first + 1, first + Math.max(1, bodies.length)),
    freezePane: { rows: first, columns: 3 },
    protection: { sheet: true, formatCells: true, formatColumns: true, formatRows: true },
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${first}:$${first}`,
    },
  };
}

interface DrawnRow {
  readonly task: SheetRows;
  /** Which of the task's rows, from 0. */
  readonly nth: number;
}

const drawTask = (task: SheetRows): DrawnRow[] => Array.from({ length: rowsOf(task) }, (_, nth) => ({ task, nth }));

const valuesOf = (row: DrawnRow): (string | number | undefined)[] =>
  sheetColumns.map((column) => (row.nth === 0 || column.perTarget ? valueOf(column, row) : undefined));

function valueOf({ key }: ColumnLook, { task, nth }: DrawnRow): string | number | undefined {
  switch (key) {
    case 'number':
      return task.number;
    case 'area':
    case 'deadline':
    case 'section':
    case 'support':
      return task[key];
    case 'task':
      return task.title;
    case 'goal':
      return task.goals[nth];
    case 'last':
      return task.lasts[nth];
    case 'figure':
      return task.isMeasured ? undefined : '—';
    default:
      return undefined;
  }
}

function mergesOf(tasks: readonly SheetRows[], first: number): NonNullable<WriteSheet['merges']> {
  let startRow = first;
  return tasks.flatMap((task) => {
    const [from, endRow] = [startRow, startRow + rowsOf(task) - 1];
    startRow = endRow + 1;
    if (endRow === from) return [];
    return sheetColumns.flatMap(({ perTarget }, at) =>
      perTarget ? [] : [{ startRow: from, endRow, startCol: at, endCol: at }],
    );
  });
}

/** Room for what we print, and for a few lines of what they write. */
function heightOf({ task, nth }: DrawnRow): number {
  const printed = sheetColumns.map((column) => {
    const value = valueOf(column, { task, nth });
    const lines = typeof value === 'string' ? linesOf(value, column.width) : 1;
    return column.perTarget ? lines : Math.ceil(lines / rowsOf(task));
  });
  return Math.min(400, Math.max(rowsOf(task) === 1 ? 3 : 2, ...printed) * 16 + 6);
}

function sealOf({ token }: AnswerSheet): WriteSheet {
  return {
    name: sheetNames.seal,
    columns: [{ width: 60 }],
    rows: [[sealMark], [written(token) ?? null], ['本页用于识别报送单位和期次，请勿删改。']],
    veryHidden: true,
    protection: { sheet: true },
  };
}

const written = (value: string | number | undefined): CellValue =>
  value === undefined || value === '' ? null : typeof value === 'string' ? escaped(value) : value;
