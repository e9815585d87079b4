import type { Path, ProblemCode, WarningCode } from './finding.js';
import type { RawRow } from './raw.js';

/** Where something stands in a register file: line and column from 1, and in a workbook the sheet and the cell. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly sheet?: string;
  readonly cell?: string;
}

/** Something wrong with the form of a file, found before the rules look at what it says. */
export interface FormNote {
  readonly code: ProblemCode | WarningCode;
  readonly place: Place;
  readonly message: string;
}

/** A register file as raw values whose every path leads back to a place in the file. */
export interface RegisterSource {
  readonly root: RawRow;
  readonly notes: readonly FormNote[];
  /** The workbook's sheets in their order; none in a text. */
  readonly sheets: readonly string[];
  readonly place: (path: Path, at: 'key' | 'value') => Place;
  /** True when the form is broken inside what the path leads to, so that its values say nothing. */
  readonly isBroken: (path: Path) => boolean;
  /** The same, or anything else of the form wrong inside. */
  readonly isMarred: (path: Path) => boolean;
  /** True when a note on the form stands where the path leads. */
  readonly hasNoteAt: (path: Path) => boolean;
  /** A rule's sentence in the words of whoever fills this kind of file. */
  readonly worded: (message: string, path: Path) => string;
}
