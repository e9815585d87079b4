/** Where a thing stands in a register: keys and indexes from the top, e.g. `['tasks', 16, 'lead']`. */
export type Path = readonly (string | number)[];

/** What can be wrong with a register; the codes are stable and may be matched on. */
export type ProblemCode =
  | 'file-missing'
  | 'file-unreadable'
  | 'file-too-large'
  | 'not-utf8'
  | 'yaml-syntax'
  | 'tab'
  | 'duplicate-key'
  | 'unknown-alias'
  | 'alias-limit'
  | 'too-deep'
  | 'too-many-problems'
  | 'empty-file'
  | 'missing-section'
  | 'too-many-rows'
  | 'missing-key'
  | 'unknown-key'
  | 'wrong-type'
  | 'empty-value'
  | 'invalid-value'
  | 'invalid-text'
  | 'invalid-code'
  | 'invalid-email'
  | 'invalid-phone'
  | 'invalid-date'
  | 'invalid-time'
  | 'invalid-zone'
  | 'invalid-number'
  | 'unknown-value'
  | 'unknown-relation'
  | 'unknown-target-kind'
  | 'unknown-party'
  | 'unknown-area'
  | 'unknown-principle'
  | 'unknown-region'
  | 'duplicate-number'
  | 'duplicate-code'
  | 'duplicate-name'
  | 'duplicate-email'
  | 'duplicate-value'
  | 'too-many-liaisons'
  | 'target-after-deadline'
  | 'milestone-order'
  | 'milestone-after-target'
  | 'milestone-value'
  | 'baseline-value'
  | 'cadence-order'
  | 'quiet-days-order'
  | 'file-kind'
  | 'workbook-refused'
  | 'missing-column'
  | 'uncached-formula'
  | 'cell-error'
  | 'stray-cell'
  | 'other-year';

/** What is allowed but deserves a look before a start. */
export const warningCodes = [
  'no-head',
  'no-second-liaison',
  'no-baseline',
  'party-unused',
  'kind-relation',
  'same-address',
  'repeated-support',
  'one-coordinator',
  'assumed-value',
  'hidden-sheet',
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** Something found in a register, by its path; a reader turns the path into a line, or into a sheet and cell. */
export interface Finding {
  readonly code: ProblemCode | WarningCode;
  readonly path: Path;
  /** One Chinese sentence: what, where, what was expected, what to do. */
  readonly message: string;
  /** The key is wrong, not its value. */
  readonly atKey?: boolean;
  /** Where the other one of two that clash stands. */
  readonly other?: Path;
}
