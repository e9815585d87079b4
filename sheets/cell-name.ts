/** A column's letters by its index from 0: A, Z, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

/** A cell as people name it, from row and column that count from 0: F12. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** The index from 0 of a column's letters; NaN for what are none. */
export function columnIndex(letters: string): number {
  if (!/^[A-Z]+$/.test(letters)) return Number.NaN;
  return Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * 26 + digit, 0) - 1;
}
