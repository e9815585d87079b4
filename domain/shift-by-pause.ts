import type { BriskCadence, CalendarCadence, RoundPlan, Step } from './cadence.js';
import { closeAfterSteps } from './closing.js';
import { addDays } from './iso-date.js';
import { settleLadder } from './ladder.js';
import { letterTimeOn } from './letter-days.js';
import type { OfficeCalendar } from './office-calendar.js';
import { isLetter } from './step-addressees.js';
import { isPlainWorkday, nthPlainWorkday } from './workdays.js';
import { dateIn, instantAt, instantIn, msOf } from './zone-time.js';

export interface Pause {
  /** Epoch ms or ISO. */
  readonly pausedAt: number | string;
  readonly resumedAt: number | string;
}

/** What a pause moves: a round's plan, or a task's or desk's share of it. */
export type Pausable = Pick<RoundPlan, 'answerBy' | 'closesAt' | 'ladder'>;

/**
 * A plan after a pause: what was due from its start on moves by the plain workdays paused (brisk: by its milliseconds)
 * and then to the next day letters may leave; what was past before the pause stays.
 */
export function shiftByPause<Plan extends Pausable>(plan: Plan, pause: Pause, calendar: OfficeCalendar): Plan {
  const { cadence } = calendar;
  if (msOf(pause.resumedAt) < msOf(pause.pausedAt)) {
    throw new Error(`恢复时刻${pause.resumedAt}早于暂停时刻${pause.pausedAt}，无法顺延，请核对。`);
  }
  switch (cadence.kind) {
    case 'calendar':
      return shiftCalendar(plan, pause, { ...calendar, cadence });
    case 'brisk':
      return shiftBrisk(plan, pause, { ...calendar, cadence });
  }
}

/** Plain workdays whose time of letters fell into a pause: a pause from Friday night to Monday morning counts none. */
export function workdaysPaused(pause: Pause, calendar: OfficeCalendar<CalendarCadence>): number {
  const { zone, holidays } = calendar;
  const [from, to] = [msOf(pause.pausedAt), msOf(pause.resumedAt)];
  let count = 0;
  for (let day = dateIn(zone, from); day <= dateIn(zone, to); day = addDays(day, 1)) {
    const letters = msOf(letterTimeOn(day, calendar));
    if (isPlainWorkday(day, holidays) && from <= letters && letters < to) count += 1;
  }
  return count;
}

function shiftCalendar<Plan extends Pausable>(
  plan: Plan,
  pause: Pause,
  calendar: OfficeCalendar<CalendarCadence>,
): Plan {
  const { zone, holidays } = calendar;
  const paused = workdaysPaused(pause, calendar);
  const shift = (at: string) => {
    if (paused === 0 || msOf(at) < msOf(pause.pausedAt)) return at;
    const local = instantIn(zone, at);
    return instantAt(nthPlainWorkday(local.slice(0, 10), paused, holidays), local.slice(11, 19), zone);
  };
  const answerBy = shift(plan.answerBy);
  const isDue = (step: Step) => msOf(step.at) >= msOf(pause.pausedAt);
  const past = plan.ladder.filter((step) => !isDue(step));
  const due = plan.ladder.filter(isDue).map((step) => ({ ...step, at: shift(step.at) }));
  const previous = past.findLast((step) => isLetter(step.kind))?.at;
  const bounds = previous === undefined ? { answerBy } : { answerBy, previous };
  const ladder = [...past, ...settleLadder(due, bounds, calendar)];
  return { ...plan, answerBy, closesAt: closeAfterSteps(shift(plan.closesAt), ladder, calendar), ladder };
}

function shiftBrisk<Plan extends Pausable>(plan: Plan, pause: Pause, { zone }: OfficeCalendar<BriskCadence>): Plan {
  const from = msOf(pause.pausedAt);
  const pausedMs = msOf(pause.resumedAt) - from;
  const shift = (at: string) => (msOf(at) < from ? at : instantIn(zone, msOf(at) + pausedMs));
  return {
    ...plan,
    answerBy: shift(plan.answerBy),
    closesAt: shift(plan.closesAt),
    ladder: plan.ladder.map((step) => ({ ...step, at: shift(step.at) })),
  };
}
