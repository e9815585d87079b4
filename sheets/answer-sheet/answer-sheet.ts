/** A 调度表 to be written: one party's tasks of one round, in words as they are printed. */
export interface AnswerSheet {
  readonly title: string;
  /** Below the title, a line each: until when, how to fill in. */
  readonly notes: readonly string[];
  /** Says what the sheet answers; see mail/sheet-token.ts. */
  readonly token: string;
  /** ISO instant, so that the same sheet is the same bytes. */
  readonly at: string;
  readonly tasks: readonly SheetRows[];
}

/** A task's rows: `goals` and `lasts` have one entry a target, or one alone where the task has none. */
export interface SheetRows {
  readonly number: number;
  readonly area: string;
  readonly title: string;
  readonly goals: readonly string[];
  readonly lasts: readonly (number | undefined)[];
  /** Whether figures are asked for. */
  readonly isMeasured: boolean;
  readonly deadline: string;
  readonly section: string;
  readonly support: string;
}

/** Names of the two sheets of the workbook; the second is hidden and holds the token. */
export const sheetNames = { table: '调度表', seal: '标识' } as const;

/** In the first cell of the hidden sheet, the token below it. */
export const sealMark = 'shuangyue';
