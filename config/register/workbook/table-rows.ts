import { bare, isBlank, textOfCell } from './cell-text.js';
import type { Grid } from './grid.js';
import type { Header } from './header.js';
import type { RegisterBook } from './register-book.js';
import { TableRow } from './table-row.js';

/** The rows below a heading that say anything in the table's columns or start a section; repeated headings left out. */
export function tableRows(grid: Grid, header: Header, book: RegisterBook): TableRow[] {
  return Array.from(
    { length: grid.rows - header.body },
    (_, index) => new TableRow(grid, header, header.body + index, book),
  ).filter(
    (row) => !isRepeatedHeading(row) && (isSection(row) || [...header.columns.keys()].some((key) => !row.isBlank(key))),
  );
}

/** Long tables repeat their heading for print: nothing but the words of the heading. */
function isRepeatedHeading({ grid, header, row }: TableRow): boolean {
  const texts = [...header.columns.values()].map((column) => [column, bare(textOfCell(grid.at(row, column)))] as const);
  const filled = texts.filter(([, text]) => text !== '');
  return (
    filled.length >= 3 &&
    filled.every(([column, text]) => text === bare(textOfCell(grid.spread(header.body - 1, column))))
  );
}

/** 一、产品质量 on a line of its own, across the table or alone in its row. */
export function isSection({ grid, row }: TableRow): boolean {
  const own = ownCells(grid, row);
  const [only] = own;
  return own.length === 1 && only !== undefined && /\p{sc=Han}/u.test(only) && only.length <= 60;
}

/** The text of a section without its number: 一、产品质量（35项） is 产品质量. */
export function sectionText({ grid, row }: TableRow): string {
  const [text = ''] = ownCells(grid, row);
  return text
    .normalize('NFKC')
    .replace(/^(第?[一二三四五六七八九十\d]+[、.章节部分]*|\([一二三四五六七八九十\d]+\))\s*/u, '')
    .replace(/\([^)]*\)\s*$/u, '')
    .trim();
}

function ownCells(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.columns }, (_, column) =>
    grid.isFilled(row, column) ? '' : textOfCell(grid.at(row, column)),
  ).filter((text) => !isBlank({ kind: 'text', value: text }));
}

const footers = /^(注|备注|说明|填表|填报|制表|审核|审签|联系|合计|总计|小计)/u;

/** True for a foot line of the table: nothing in the columns that matter, and a word that only foot lines begin with. */
export function skippable(row: TableRow, keys: readonly string[]): boolean {
  const [first = ''] = ownCells(row.grid, row.row);
  return footers.test(first) && keys.every((key) => row.isBelow(key));
}
