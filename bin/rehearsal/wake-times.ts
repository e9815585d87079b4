import type { HolidayData, RoundPlan } from '../../domain/cadence.js';
import { addDays } from '../../domain/iso-date.js';
import { isPlainWorkday } from '../../domain/workdays.js';
import { dateIn, instantAt } from '../../domain/zone-time.js';

const minuteMs = 60_000;
/** Letters leave a minute after their instant; two later all of them have. */
const afterStepMs = 3 * minuteMs;
/** When a coordinator looks at what waits. */
const looks = ['10:00', '15:00'] as const;
/** How long after closing a bulletin still finds its coordinator at the desk. */
const daysAfterClosing = 4;

/** When the simulated people are to look what there is, in order; epoch milliseconds. */
export function wakeTimes(rounds: readonly RoundPlan[], zone: string, holidays: HolidayData): readonly number[] {
  const times = rounds.flatMap(({ opensAt, closesAt, ladder }) => [
    ...[opensAt, closesAt, ...ladder.map(({ at }) => at)].map((at) => Date.parse(at) + afterStepMs),
    ...daysBetween(dateIn(zone, opensAt), addDays(dateIn(zone, closesAt), daysAfterClosing))
      .filter((day) => isPlainWorkday(day, holidays))
      .flatMap((day) => looks.map((time) => Date.parse(instantAt(day, time, zone)))),
  ]);
  return [...new Set(times)].toSorted((one, other) => one - other);
}

function daysBetween(first: string, last: string): readonly string[] {
  const days = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
