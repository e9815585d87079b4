import type { CalendarCadence, Step, StepKind } from './cadence.js';
import { laterDate } from './iso-date.js';
import { letterTimeOn, nextLetterDay } from './letter-days.js';
import type { OfficeCalendar } from './office-calendar.js';
import { isLetter, stepAt } from './step-addressees.js';
import { nthPlainWorkday } from './workdays.js';
import { dateIn, instantAt, msOf } from './zone-time.js';

/** Steps of one ladder stay this far apart, in plain workdays. */
const stepGap = 2;

/** What a ladder must keep within, ISO instants: no reminder from `answerBy` on, no letter from `closesAt` on. */
export interface LadderBounds {
  readonly answerBy: string;
  readonly closesAt?: string;
  /** When the letter before these steps left: the first of them keeps its distance from it. */
  readonly previous?: string;
}

/** Plain workdays between a step and the day of answerBy, negative before it. */
export function workdaysFromAnswerBy(kind: StepKind, cadence: CalendarCadence): number {
  switch (kind) {
    case 'opening':
      return -cadence.openingBefore;
    case 'reminder':
      return -cadence.reminderBefore;
    case 'calls':
      return 0;
    case 'overdue':
      return cadence.overdueAfter;
    case 'second-overdue':
      return cadence.secondOverdueAfter;
    case 'escalation':
      return cadence.escalationAfter;
  }
}

/** The day a step is due by the cadence alone, before eves, quiet days and distances move it. */
export function nominalDay(kind: StepKind, answerDate: string, calendar: OfficeCalendar<CalendarCadence>): string {
  return nthPlainWorkday(answerDate, workdaysFromAnswerBy(kind, calendar.cadence), calendar.holidays);
}

/** The ladder around a day of answerBy: the opening, if any, at its instant, no reminder due before it, the others where the rules let them. */
export function ladderAround(
  answerDate: string,
  opening: string | undefined,
  bounds: LadderBounds,
  calendar: OfficeCalendar<CalendarCadence>,
): readonly Step[] {
  const later = (['reminder', 'overdue', 'second-overdue', 'escalation'] as const).map((kind) =>
    stepAt(kind, letterTimeOn(nominalDay(kind, answerDate, calendar), calendar)),
  );
  const calls = stepAt('calls', instantAt(answerDate, calendar.cadence.callsAt, calendar.zone));
  const first = opening === undefined ? [] : [stepAt('opening', opening)];
  const isPast = (step: Step) => step.kind === 'reminder' && opening !== undefined && msOf(step.at) <= msOf(opening);
  return settleLadder([...first, ...later.filter((step) => !isPast(step)), calls], bounds, calendar);
}

/**
 * Moves every letter to the next day letters may leave and at least two plain workdays from the one before it.
 * A letter that no longer fits within `bounds` is left out; the list of calls stays where it is.
 */
export function settleLadder(
  steps: readonly Step[],
  bounds: LadderBounds,
  calendar: OfficeCalendar<CalendarCadence>,
): readonly Step[] {
  const settled = steps.filter((step) => !isLetter(step.kind));
  const gapAfter = (at: string) => nthPlainWorkday(dateIn(calendar.zone, at), stepGap, calendar.holidays);
  let earliest = bounds.previous === undefined ? '' : gapAfter(bounds.previous);
  for (const step of steps.filter(({ kind }) => isLetter(kind))) {
    const moved = settleStep(step, earliest, calendar);
    if (!fits(moved, bounds)) continue;
    settled.push(moved);
    earliest = gapAfter(moved.at);
  }
  return inOrder(settled);
}

/** Steps by their instants. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((one, other) => msOf(one.at) - msOf(other.at));
}

function settleStep(step: Step, earliest: string, calendar: OfficeCalendar<CalendarCadence>): Step {
  const planned = dateIn(calendar.zone, step.at);
  const day = nextLetterDay(laterDate(planned, earliest), calendar);
  return day === planned ? step : { ...step, at: letterTimeOn(day, calendar) };
}

/** A reminder after the deadline it reminds of, or a letter after closing, would tell something untrue. */
export function fits(step: Step, bounds: LadderBounds): boolean {
  const at = msOf(step.at);
  if (step.kind === 'opening') return true;
  if (step.kind === 'reminder' && at >= msOf(bounds.answerBy)) return false;
  return bounds.closesAt === undefined || at < msOf(bounds.closesAt);
}
