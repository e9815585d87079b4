/** A workbook as plain values: what a guarded reading hands on, free of styles, drawings and everything that could act. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row and column from 0; an empty cell is undefined, and rows may be short. */
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  readonly merges: readonly Merge[];
}

/**
 * `date` holds an ISO date as text, `percent` the fraction as it is stored, `error` what the cell shows, `uncached` a
 * formula whose result the file does not hold.
 */
export interface Cell {
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'percent' | 'error' | 'uncached';
  readonly value: string | number | boolean;
}

/** Rows and columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
