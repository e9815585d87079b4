import { cellName } from '../cell-name.js';
import type { Cell, Sheet, Workbook } from '../workbook.js';
import { sheetColumns, type SheetColumn } from './columns.js';

/** The table of a 调度表: its rows below the heading, its columns by what their headings say. */
export interface SheetTable {
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As people count, from 1. */
  readonly row: number;
  readonly cell: (column: SheetColumn) => Cell | undefined;
  readonly name: (column: SheetColumn) => string;
}

/** Offices move columns and insert rows above; the headings still say which is which. */
export function findTable({ sheets }: Workbook): SheetTable | undefined {
  for (const sheet of sheets.toSorted((one, other) => Number(one.hidden) - Number(other.hidden))) {
    for (const [at, row] of sheet.rows.entries()) {
      const columns = columnsOf(row);
      if (columns !== undefined) return { rows: rowsOf(sheet, at + 1, columns) };
    }
  }
  return undefined;
}

type Columns = ReadonlyMap<SheetColumn, number>;

function columnsOf(row: Sheet['rows'][number]): Columns | undefined {
  const said = row.map((cell) => (cell?.kind === 'text' ? bare(String(cell.value)) : ''));
  const found = sheetColumns.flatMap(({ key, heading }) => {
    const at = said.indexOf(bare(heading));
    return at < 0 ? [] : [[key, at] as const];
  });
  const columns = new Map(found);
  return columns.has('number') && columns.has('figure') && columns.has('rating') ? columns : undefined;
}

const bare = (text: string): string => text.replace(/\s/gu, '');

function rowsOf({ rows }: Sheet, from: number, columns: Columns): TableRow[] {
  const at = (column: SheetColumn): number => columns.get(column) ?? -1;
  return rows.slice(from).map((cells, index): TableRow => {
    const row = from + index;
    return {
      row: row + 1,
      cell: (column) => cells[at(column)],
      name: (column) => (at(column) < 0 ? `第${row + 1}行` : cellName(row, at(column))),
    };
  });
}
