import { briskOpening, planBriskRound } from './brisk-plan.js';
import type { RoundPlan } from './cadence.js';
import { planCalendarRound } from './calendar-plan.js';
import { LateRoundRefused } from './late-round-refused.js';
import type { OfficeCalendar } from './office-calendar.js';
import { roundAfter, roundNumbers, type RoundRef } from './round-id.js';
import { instantIn, msOf } from './zone-time.js';

export interface YearRequest extends OfficeCalendar {
  readonly year: number;
  /** Opening of the first round, epoch ms; a brisk campaign needs it, a calendar one ignores it. */
  readonly startsAt?: number;
}

export interface RoundRequest extends YearRequest {
  /** 1 to 6. */
  readonly number: number;
  /** When the round really opens (epoch ms or ISO); as planned when absent. */
  readonly openedAt?: number | string;
}

/** The six rounds of a year on today's calendar. */
export function planYear(request: YearRequest): readonly RoundPlan[] {
  return roundNumbers.map((number) => planned({ ...request, number }));
}

/**
 * One round on today's calendar. Opened late, its answerBy is at least five plain workdays after the opening;
 * throws `LateRoundRefused` when it would then close after the next opening.
 */
export function planRound(request: RoundRequest): RoundPlan {
  const asPlanned = planned(request);
  if (request.openedAt === undefined) return asPlanned;
  const plan = planned(request, request.openedAt);
  const next = nextOpening(request);
  if (msOf(plan.opensAt) > msOf(asPlanned.opensAt) && msOf(plan.closesAt) > msOf(next)) {
    throw new LateRoundRefused(plan, next);
  }
  return plan;
}

/** Planned opening of the round that follows, ISO with offset; after the sixth it is the next year's first. */
export function nextOpening(request: RoundRequest): string {
  const { cadence, zone } = request;
  switch (cadence.kind) {
    case 'calendar':
      return planned({ ...request, ...roundAfter(request) }).opensAt;
    case 'brisk':
      return instantIn(zone, briskOpening(request.number + 1, startOf(request), cadence));
  }
}

function planned(request: RoundRequest, openedAt?: number | string): RoundPlan {
  const { cadence, year, number } = request;
  const ref: RoundRef = { year, number };
  switch (cadence.kind) {
    case 'calendar':
      return planCalendarRound(ref, { ...request, cadence }, openedAt);
    case 'brisk':
      return planBriskRound(ref, briskOpening(number, startOf(request), cadence), { ...request, cadence }, openedAt);
  }
}

function startOf({ startsAt }: RoundRequest): number {
  if (startsAt === undefined) throw new Error('快节奏（brisk）的行动须给出第一次开启的时刻 startsAt（毫秒）。');
  return startsAt;
}
