import { readXlsx, type Cell as ReadCell, type CellValue } from 'hucre/xlsx';
import { guardWorkbook } from './guard/guard-workbook.js';
import { limits } from './guard/limits.js';
import { refused, SheetRefused } from './sheet-refused.js';
import { storedZip } from './stored-zip.js';
import type { Cell, Sheet, Workbook } from './workbook.js';

type ReadSheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];

/** Guards and reads a workbook in this thread; `readWorkbook` does it in one that can be stopped. */
export async function decodeWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const safe = storedZip(guardWorkbook(bytes));
  const workbook = { sheets: (await sheetsOf(safe)).map(sheetOf) };
  checkText(workbook);
  return workbook;
}

async function sheetsOf(safe: Uint8Array): Promise<readonly ReadSheet[]> {
  try {
    return (await readXlsx(safe, { readStyles: true })).sheets;
  } catch (cause) {
    if (cause instanceof SheetRefused) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SheetRefused('unreadable', `工作簿读不出来（${why}）；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。`, {
      cause,
    });
  }
}

function sheetOf({ name, rows, cells, merges, hidden, veryHidden }: ReadSheet): Sheet {
  return {
    name,
    hidden: hidden === true || veryHidden === true,
    rows: rows.map((row, at) => row.map((value, column) => cellOf(value, cells?.get(`${at},${column}`)))),
    merges: (merges ?? []).map((merge) => ({
      top: merge.startRow,
      left: merge.startCol,
      bottom: merge.endRow,
      right: merge.endCol,
    })),
  };
}

function cellOf(value: CellValue, details: ReadCell | undefined): Cell | undefined {
  if (details?.type === 'error') return { kind: 'error', value: String(details.value ?? '错误') };
  if (details?.formula !== undefined && value === null) return { kind: 'uncached', value: `=${details.formula}` };
  if (value === null || value === '') return undefined;
  if (value instanceof Date) return dateCell(value);
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return { kind: errors.test(value) ? 'error' : 'text', value };
  return { kind: details?.style?.numFmt?.includes('%') ? 'percent' : 'number', value };
}

/** A formula's error is kept as its text. */
const errors = /^#(REF|N\/A|NAME\?|VALUE|DIV\/0|NUM|NULL|SPILL|CALC)!?$/;

/** The reader gives what the cell shows as UTC. */
function dateCell(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return { kind: 'error', value: '无效日期' };
  return { kind: 'date', value: date.toISOString().slice(0, 10) };
}

/** A thousand cells may share one long string: what is handed on is as long as all of them. */
function checkText({ sheets }: Workbook): void {
  let total = 0;
  for (const cell of sheets.flatMap(({ rows }) => rows.flat())) {
    const length = typeof cell?.value === 'string' ? cell.value.length : 0;
    total += length;
    if (length > limits.cellCharacters || total > limits.textCharacters) {
      throw refused('dimensions', '表格里的文字过多', '请删去无关的内容和工作表后另存');
    }
  }
}
