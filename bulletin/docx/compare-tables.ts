import type { SheetCell, SheetTable } from '../../documents/office-table.js';
import type { WordTable } from '../../documents/read/word-document.js';
import type { BarsPiece, TablePiece } from './outline.js';
import { sheetBars, sheetTable } from './sheet-tables.js';

/** The grid of words that was printed, and how its lines are named to a reader. */
interface Expected {
  readonly place: string;
  readonly head: readonly string[];
  readonly grid: readonly (readonly string[])[];
}

/** Where the returned document's tables differ from the bulletin's: a table's figures are answers, not words. */
export function compareTables(
  pieces: readonly (TablePiece | BarsPiece)[],
  tables: readonly WordTable[],
): readonly string[] {
  const left = new Set(tables);
  const sentences = pieces.map(expectedOf).flatMap((expected) => {
    const found = [...left].find((table) => isSameTable(expected, table));
    if (found === undefined) return [`${expected.place}不见了，或表头、栏数被改动`];
    left.delete(found);
    return rowsOf(expected, found);
  });
  return [...sentences, ...[...left].map(({ rows }) => `新增了一个表格（${shortened(rows.flat().join(' '))}）`)];
}

function expectedOf(piece: TablePiece | BarsPiece): Expected {
  const sheet = piece.kind === 'table' ? sheetTable(piece.table) : sheetBars(piece.bars);
  const grid = [...(sheet.head === undefined ? [] : [sheet.head]), ...sheet.rows.map((row) => row.map(cellText))];
  return { place: piece.place, head: headOf(sheet), grid: grid.map((row) => row.map(bare)) };
}

function headOf({ head, rows }: SheetTable): readonly string[] {
  return (head ?? rows.map(([label]) => label?.text ?? '')).map(bare);
}

/** A table is known by its head; one without a head by its first column. */
function isSameTable({ head, grid }: Expected, { rows }: WordTable): boolean {
  const same = (words: readonly string[] | undefined) =>
    words !== undefined && words.map(bare).join('|') === head.join('|');
  return same(grid[0]) ? same(rows[0]) : same(rows.map(([label]) => label ?? ''));
}

function rowsOf({ place, grid }: Expected, { rows }: WordTable): readonly string[] {
  const now = rows.map((row) => row.map(bare));
  if (now.length === grid.length)
    return grid.flatMap((row, index) => cellsOf(place, grid[0] ?? [], row, now[index] ?? []));
  return [
    ...grid.filter((row) => !has(now, row)).map((row) => `${place}的“${nameOf(row)}”一行被删去或改动`),
    ...now.filter((row) => !has(grid, row)).map((row) => `${place}多了或改了“${nameOf(row)}”一行`),
  ];
}

function has(lines: readonly (readonly string[])[], line: readonly string[]): boolean {
  return lines.some((other) => other.join('|') === line.join('|'));
}

function cellsOf(
  place: string,
  head: readonly string[],
  row: readonly string[],
  now: readonly string[],
): readonly string[] {
  if (row.length !== now.length) return [`${place}的“${nameOf(row)}”一行栏数变了`];
  return row.flatMap((cell, index) => {
    const other = now[index] ?? '';
    if (cell === other) return [];
    return [
      `${place}“${nameOf(row)}”的“${head[index] ?? `第${index + 1}栏`}”由“${shortened(cell)}”改成了“${shortened(other)}”`,
    ];
  });
}

function cellText({ text, below = '', mark }: SheetCell): string {
  return `${mark?.sign ?? ''}${text}${below}`;
}

/** Breaks and spaces in a cell are layout. */
function bare(text: string): string {
  return text.replaceAll(/[\s\u200B-\u200F\u2060\uFEFF]/g, '');
}

function nameOf([number = '', name = '']: readonly string[]): string {
  return /^\d+$/.test(number) ? `${number} ${shortened(name)}` : shortened(number);
}

function shortened(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return words.length > 24 ? `${words.slice(0, 24)}…` : words;
}
