/**
 * The rhythm of a campaign: six rounds a year and the ladder of each (design.md, "Ladder and workdays").
 * `calendar` counts in plain workdays of the campaign's zone, `brisk` in milliseconds from the round's opening.
 */
export type Cadence = CalendarCadence | BriskCadence;

export interface CalendarCadence {
  readonly kind: 'calendar';
  /** Day of the period's second month to which figures are counted. */
  readonly cutoffDay: number;
  readonly decemberCutoffDay: number;
  readonly answerByDay: number;
  readonly decemberAnswerByDay: number;
  /** `HH:mm` of answerBy and closesAt. */
  readonly answerAt: string;
  /** `HH:mm` at which letters are planned; letters leave between this and `lettersUntil`. */
  readonly lettersAt: string;
  readonly lettersUntil: string;
  readonly callsAt: string;
  /** Plain workdays before (opening, reminder) and after (the rest) answerBy. */
  readonly openingBefore: number;
  readonly reminderBefore: number;
  readonly overdueAfter: number;
  readonly secondOverdueAfter: number;
  readonly escalationAfter: number;
  readonly closesAfter: number;
  /** How long a desk waits after a planned instant so that notices of one instant become one letter. */
  readonly settleMs: number;
}

export interface BriskCadence {
  readonly kind: 'brisk';
  /** From one opening to the next. */
  readonly everyMs: number;
  /** All measured from the round's opening. */
  readonly reminderMs: number;
  readonly answerByMs: number;
  readonly callsMs: number;
  readonly overdueMs: number;
  readonly secondOverdueMs: number;
  readonly escalationMs: number;
  readonly closesMs: number;
  readonly settleMs: number;
  /** What stands for one plain workday where the procedure counts in workdays (return, extension, gate). */
  readonly workdayMs: number;
}

export type StepKind = 'opening' | 'reminder' | 'calls' | 'overdue' | 'second-overdue' | 'escalation';

/** Who a step is written to. */
export type Addressee = 'liaisons' | 'section' | 'office' | 'head' | 'coordinators';

export interface Step {
  readonly kind: StepKind;
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
  /** ISO 8601 instant with the zone's offset. */
  readonly at: string;
}

export interface RoundPlan {
  /** `2026-3`. */
  readonly round: string;
  /** First and last month, `2026-05/2026-06`. */
  readonly period: string;
  /** ISO date to which figures are counted. */
  readonly cutoff: string;
  /** ISO 8601 instants with the zone's offset. */
  readonly opensAt: string;
  readonly answerBy: string;
  readonly closesAt: string;
  /** True while the year's holidays are not known and only fixed days were used. */
  readonly provisional: boolean;
  readonly ladder: readonly Step[];
}

/** Days on which nobody is written to, set for everybody, a region or a party. ISO dates, both included. */
export interface QuietDays {
  readonly from: string;
  readonly to: string;
  readonly region?: string;
  readonly party?: string;
}

/** Legal holidays and make-up workdays; `years` are those for which the data is complete. */
export interface HolidayData {
  readonly years: readonly number[];
  readonly off: Readonly<Record<string, string>>;
  readonly work: Readonly<Record<string, string>>;
}

export const defaultCadence: CalendarCadence = {
  kind: 'calendar',
  cutoffDay: 20,
  decemberCutoffDay: 10,
  answerByDay: 25,
  decemberAnswerByDay: 15,
  answerAt: '17:00',
  lettersAt: '09:30',
  lettersUntil: '16:30',
  callsAt: '14:00',
  openingBefore: 10,
  reminderBefore: 3,
  overdueAfter: 1,
  secondOverdueAfter: 3,
  escalationAfter: 5,
  closesAfter: 6,
  settleMs: 60_000,
};

/** The demo's rhythm: two minutes a round. */
export const briskCadence: BriskCadence = {
  kind: 'brisk',
  everyMs: 120_000,
  reminderMs: 30_000,
  answerByMs: 50_000,
  callsMs: 45_000,
  overdueMs: 56_000,
  secondOverdueMs: 68_000,
  escalationMs: 80_000,
  closesMs: 105_000,
  settleMs: 3_000,
  workdayMs: 5_000,
};
