import type { Cell } from '../../../sheets/workbook.js';
import type { Path } from '../finding.js';
import { placeAt } from './place-book.js';
import type { Place } from '../register-source.js';
import { isBlank, isNothing, oneLine, textOfCell } from './cell-text.js';
import { dayOfSerial, writtenDay } from './day-words.js';
import type { Grid } from './grid.js';
import type { Header } from './header.js';
import type { RegisterBook } from './register-book.js';

/** One row of a table, asked by its columns' keys; notes down where each value stood. */
export class TableRow {
  constructor(
    readonly grid: Grid,
    readonly header: Header,
    readonly row: number,
    readonly book: RegisterBook,
  ) {}

  has(key: string): boolean {
    return this.header.columns.has(key);
  }

  cell(key: string): Cell | undefined {
    const column = this.header.columns.get(key);
    return column === undefined ? undefined : this.grid.at(this.row, column);
  }

  /** True where nothing stands, or only what a merge brings down from above. */
  isBelow(key: string): boolean {
    const column = this.header.columns.get(key);
    return column === undefined || isBlank(this.cell(key)) || this.grid.isFilled(this.row, column);
  }

  isBlank(key: string): boolean {
    return isBlank(this.cell(key));
  }

  place(key: string): Place {
    const first = Math.min(...this.header.columns.values());
    return placeAt(this.grid.name, this.row, this.header.columns.get(key) ?? first);
  }

  /** Puts a path at this row's cell of a column, where there is such a column. */
  put(path: Path, key: string): void {
    const column = this.header.columns.get(key);
    if (column !== undefined) this.book.put(path, this.grid.name, this.row, column, this.cell(key));
  }

  /** One line of text, or undefined where the cell says nothing. */
  line(key: string, path: Path): string | undefined {
    this.put(path, key);
    return this.isBlank(key) ? undefined : oneLine(textOfCell(this.cell(key))) || undefined;
  }

  /** Running text with its line breaks. */
  prose(key: string, path: Path): string | undefined {
    this.put(path, key);
    return this.isBlank(key) ? undefined : textOfCell(this.cell(key)) || undefined;
  }

  /** As `line`, where 无 and the like mean that there is none. */
  optional(key: string, path: Path): string | undefined {
    this.put(path, key);
    return isNothing(this.cell(key)) ? undefined : oneLine(textOfCell(this.cell(key))) || undefined;
  }

  /** `MM-DD` of whatever was written for a last day; what cannot be read is handed on for the rules to show. */
  day(key: string, path: Path): string | undefined {
    this.put(path, key);
    const cell = this.cell(key);
    if (isBlank(cell) || textOfCell(cell) === '') return undefined;
    const serial = cell?.kind === 'number' && typeof cell.value === 'number' ? dayOfSerial(cell.value) : undefined;
    const written = writtenDay(serial ?? textOfCell(cell));
    if (written === undefined) return oneLine(textOfCell(cell));
    this.book.dated(written, this.place(key));
    return written.day;
  }
}

/** A row's values without those that are not there. */
export function present(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
