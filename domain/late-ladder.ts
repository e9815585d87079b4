import type { BriskCadence, CalendarCadence, Step } from './cadence.js';
import { fits, settleLadder, type LadderBounds } from './ladder.js';
import { letterTimeOn, nextLetterTime } from './letter-days.js';
import type { OfficeCalendar } from './office-calendar.js';
import { nthPlainWorkday, plainWorkdaysBetween } from './workdays.js';
import { dateIn, instantIn, msOf } from './zone-time.js';

/** Tasks wake one by one after an outage: their late steps meet on one instant, so that a party gets one letter. */
const lateSlotMs = 5 * 60_000;

export interface LateSituation extends LadderBounds {
  readonly closesAt: string;
  /** The steps not yet taken, in order. */
  readonly ladder: readonly Step[];
  /** Epoch ms or ISO. */
  readonly now: number | string;
}

/**
 * The ladder after an outage, nothing in it before `now`. Reminders and calls whose day has passed are dropped; the
 * first overdue step goes as soon as letters may leave and the later ones keep their distance from it; what no longer
 * fits before `closesAt` is left out.
 */
export function lateLadder(situation: LateSituation, calendar: OfficeCalendar): readonly Step[] {
  const { cadence } = calendar;
  switch (cadence.kind) {
    case 'calendar':
      return lateCalendarLadder(situation, { ...calendar, cadence });
    case 'brisk':
      return lateBriskLadder(situation, { ...calendar, cadence });
  }
}

function lateCalendarLadder(situation: LateSituation, calendar: OfficeCalendar<CalendarCadence>): readonly Step[] {
  const { zone } = calendar;
  const slot = instantIn(zone, slotAfter(situation.now, lateSlotMs));
  const letters = nextLetterTime(slot, calendar);
  const moved = moveLate(situation, {
    now: (step) => (step.kind === 'calls' ? slot : letters),
    lapses: (step) => dateIn(zone, step.kind === 'calls' ? slot : letters) > dateIn(zone, step.at),
    keepDistance: (step, anchor) => letterTimeOn(sameDistance(step.at, anchor.at, letters, calendar), calendar),
  });
  return settleLadder(moved, situation, calendar);
}

function lateBriskLadder(situation: LateSituation, { cadence, zone }: OfficeCalendar<BriskCadence>): readonly Step[] {
  const slot = slotAfter(situation.now, cadence.settleMs);
  const moved = moveLate(situation, {
    now: () => instantIn(zone, slot),
    lapses: (step) => msOf(situation.now) > msOf(step.at) + cadence.workdayMs,
    keepDistance: (step, anchor) => instantIn(zone, slot + msOf(step.at) - msOf(anchor.at)),
  });
  return moved.filter((step) => fits(step, situation));
}

interface LateRules {
  readonly now: (step: Step) => string;
  /** Whether a step before answerBy has lost its sense. */
  readonly lapses: (step: Step) => boolean;
  readonly keepDistance: (step: Step, anchor: Step) => string;
}

function moveLate(situation: LateSituation, rules: LateRules): readonly Step[] {
  const anchor = anchorOf(situation);
  const isLate = (step: Step) => msOf(step.at) < msOf(situation.now);
  return situation.ladder
    .filter((step) => !isLate(step) || followsAnswerBy(step) || isStillDue(step, situation, rules))
    .map((step) => {
      if (step === anchor || (!followsAnswerBy(step) && isLate(step))) return { ...step, at: rules.now(step) };
      return anchor !== undefined && followsAnswerBy(step) ? { ...step, at: rules.keepDistance(step, anchor) } : step;
    });
}

/** After answerBy the overdue notice says all of it; before it an opening is never too late. */
function isStillDue(step: Step, { now, answerBy }: LateSituation, rules: LateRules): boolean {
  return msOf(now) < msOf(answerBy) && (step.kind === 'opening' || !rules.lapses(step));
}

/** The day as many plain workdays after `to` as `at` is after `from`. */
function sameDistance(at: string, from: string, to: string, { zone, holidays }: OfficeCalendar): string {
  const distance = plainWorkdaysBetween(dateIn(zone, from), dateIn(zone, at), holidays);
  return nthPlainWorkday(dateIn(zone, to), distance, holidays);
}

function anchorOf({ ladder, now }: LateSituation): Step | undefined {
  return ladder.find((step) => followsAnswerBy(step) && msOf(step.at) < msOf(now));
}

function followsAnswerBy({ kind }: Step): boolean {
  return kind === 'overdue' || kind === 'second-overdue' || kind === 'escalation';
}

function slotAfter(now: number | string, slotMs: number): number {
  return Math.ceil(msOf(now) / slotMs) * slotMs;
}
