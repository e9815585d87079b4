import type { TargetKind } from './register.js';

/** What a 调度表 answers: sealed into it when it is written, so that a filled one says whose it is. */
export interface SheetClaims {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  /** ISO date the figures are as of: it lends dates without a year theirs. */
  readonly cutoff: string;
  readonly tasks: readonly SheetTask[];
}

/** A task of a 调度表: as many rows as it has targets, at least one. */
export interface SheetTask {
  readonly number: number;
  readonly targets: readonly SheetTarget[];
}

export interface SheetTarget {
  readonly kind: TargetKind;
  readonly unit: string;
  /** The figure of the newest earlier round (上期累计). */
  readonly last?: number;
  /** The register's target; absent from sheets of before 0.2. */
  readonly goal?: number;
}
