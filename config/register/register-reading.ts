import { defaultCadence, type Cadence, type QuietDays } from '../../domain/cadence.js';
import type { CampaignSetup, Party, Register, Task } from '../../domain/register.js';
import type { ProblemCode, WarningCode } from './finding.js';

/** Something to look at in a register file; line and column count from 1, in a workbook they are those of the cell. */
export interface RegisterNote<Code extends string> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In a workbook: the sheet's name, and the cell as `F12`. */
  readonly sheet?: string;
  readonly cell?: string;
  readonly code: Code;
  /** One Chinese sentence: what, where, what was expected, what to do. */
  readonly message: string;
}

/** Why a campaign cannot start from this file. */
export type RegisterProblem = RegisterNote<ProblemCode>;

/** What is allowed but deserves a look before a start. */
export type RegisterWarning = RegisterNote<WarningCode>;

/** What a register file says. `register` is there only when nothing is wrong; `partial` lists the good rows in any case. */
export interface RegisterReading {
  readonly register?: Register;
  readonly cadence: Cadence;
  readonly quietDays: readonly QuietDays[];
  readonly problems: readonly RegisterProblem[];
  readonly warnings: readonly RegisterWarning[];
  readonly partial: GoodRows;
}

/** The parts of a register in which nothing is wrong. */
export interface GoodRows {
  readonly campaign?: CampaignSetup;
  readonly parties: readonly Party[];
  readonly tasks: readonly Task[];
}

/** The reading of a file that could not be looked into. */
export function unreadRegister(problems: readonly RegisterProblem[]): RegisterReading {
  return {
    cadence: defaultCadence,
    quietDays: [],
    problems,
    warnings: [],
    partial: { parties: [], tasks: [] },
  };
}
