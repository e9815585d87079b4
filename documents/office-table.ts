import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { words } from './words.js';

export interface SheetCell {
  readonly text: string;
  /** A second, smaller line. */
  readonly below?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  /** Columns it stretches over. */
  readonly span?: number;
  /** Hex colours of the ground and of the type. */
  readonly fill?: string;
  readonly ink?: string;
  /** A coloured mark before the text. */
  readonly mark?: { readonly sign: string; readonly colour: string };
}

export interface SheetTable {
  /** Shares of the width, of whatever sum. */
  readonly widths: readonly number[];
  /** Absent where the table has no head. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Half-points; 五号 where it is absent. */
  readonly size?: number;
  /** Rows at least so high, in twips: room to write in. */
  readonly rowHeight?: number;
  /** Kept on one page; with `what follows`, with the paragraph below it too. */
  readonly whole?: 'itself' | 'with what follows';
}

const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '222222' });
const borders = {
  top: line(8),
  bottom: line(8),
  left: line(8),
  right: line(8),
  insideHorizontal: line(4),
  insideVertical: line(4),
};
const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A table of fixed columns whose head is repeated on every page and whose rows are never split. */
export function officeTable(table: SheetTable, width: number): Table {
  const columns = columnWidths(table.widths, width);
  const { head, rows, rowHeight } = table;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    borders,
    rows: [
      ...(head === undefined ? [] : [headRow(head, columns, table)]),
      ...rows.map(
        (cells, index) =>
          new TableRow({
            cantSplit: true,
            ...(rowHeight !== undefined && { height: { value: rowHeight, rule: 'atLeast' as const } }),
            children: bodyCells(cells, columns, table, keptWithNext(table, index)),
          }),
      ),
    ],
  });
}

function keptWithNext({ whole, rows }: SheetTable, index: number): boolean {
  return whole === 'with what follows' || (whole === 'itself' && index < rows.length - 1);
}

/** Whole twips that add up to the width. */
function columnWidths(shares: readonly number[], width: number): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const edges = shares.map((_, index) =>
    Math.round((shares.slice(0, index + 1).reduce((a, b) => a + b, 0) / total) * width),
  );
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
}

function headRow(head: readonly string[], columns: readonly number[], { size }: SheetTable): TableRow {
  const looks = size === undefined ? {} : { size };
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map(
      (text, index) =>
        new TableCell({
          ...frame(columns[index] ?? 0, 'F3F1EE'),
          children: [
            new Paragraph({
              style: 'OfficeCellHead',
              keepNext: true,
              alignment: AlignmentType.CENTER,
              children: words(text, looks),
            }),
          ],
        }),
    ),
  });
}

function bodyCells(
  cells: readonly SheetCell[],
  columns: readonly number[],
  { size }: SheetTable,
  keepNext: boolean,
): TableCell[] {
  let column = 0;
  return cells.map((cell) => {
    const { span = 1, fill, below } = cell;
    const wide = columns.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    column += span;
    const set = { style: 'OfficeCell', keepNext, alignment: alignments[cell.align ?? 'left'] };
    const small = { size: (size ?? 21) - 4, color: '444444' };
    return new TableCell({
      ...frame(wide, fill),
      ...(span > 1 && { columnSpan: span }),
      children: [
        new Paragraph({ ...set, children: cellWords(cell, size) }),
        ...(below === undefined ? [] : [new Paragraph({ ...set, children: words(below, small) })]),
      ],
    });
  });
}

function cellWords({ text, bold, ink, mark }: SheetCell, size: number | undefined): TextRun[] {
  const looks = {
    ...(size !== undefined && { size }),
    ...(bold && { bold }),
    ...(ink !== undefined && { color: ink }),
  };
  const sign = mark === undefined ? [] : [new TextRun({ ...looks, text: mark.sign, color: mark.colour })];
  return [...sign, ...words(text, looks)];
}

function frame(width: number, fill: string | undefined) {
  return {
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
  };
}
