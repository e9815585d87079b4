import type { Cell, Sheet } from '../../../sheets/workbook.js';

/** A sheet whose merged cells can be asked for at every place they cover. */
export interface Grid {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** The cell; where a merge covers the place from above, the merged one. */
  readonly at: (row: number, column: number) => Cell | undefined;
  /** As `at`, and a merge fills to the right as well: headings spread over several columns. */
  readonly spread: (row: number, column: number) => Cell | undefined;
  /** True where the value belongs to a merge that starts further up. */
  readonly isFilled: (row: number, column: number) => boolean;
}

/** Merges over more than this are backgrounds, not tables. */
const mostFilled = 200_000;

interface Anchor {
  readonly row: number;
  readonly column: number;
}

export function gridOf({ name, rows, merges }: Sheet): Grid {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const anchors = new Map<number, Anchor>();
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1) {
      for (let column = left; column <= Math.min(right, columns - 1) && anchors.size < mostFilled; column += 1) {
        anchors.set(row * columns + column, { row: top, column: left });
      }
    }
  }
  const anchorOf = (row: number, column: number): Anchor => anchors.get(row * columns + column) ?? { row, column };
  const cellAt = (row: number, column: number): Cell | undefined => rows[row]?.[column];
  return {
    name,
    rows: rows.length,
    columns,
    at: (row, column) => {
      const anchor = anchorOf(row, column);
      return anchor.column === column ? cellAt(anchor.row, column) : undefined;
    },
    spread: (row, column) => {
      const anchor = anchorOf(row, column);
      return cellAt(anchor.row, anchor.column);
    },
    isFilled: (row, column) => anchorOf(row, column).row < row,
  };
}
