import type { Cell, Merge, Sheet } from '../../sheets/workbook.js';

export type Given = string | number | boolean | Cell | undefined;

/** A sheet of plain values, as a reading gives it. */
export function sheetOf(name: string, rows: readonly (readonly Given[])[], more: Partial<Sheet> = {}): Sheet {
  return { name, hidden: false, merges: [], rows: rows.map((row) => row.map(cellOf)), ...more };
}

function cellOf(value: Given): Cell | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { kind: 'text', value };
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'boolean' ? { kind: 'boolean', value } : value;
}

/** `A2:A4` style merges by rows and columns from 0. */
export const merged = (top: number, left: number, bottom: number, right: number): Merge => ({
  top,
  left,
  bottom,
  right,
});
