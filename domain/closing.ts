import type { CalendarCadence, Step } from './cadence.js';
import type { OfficeCalendar } from './office-calendar.js';
import { nthPlainWorkday } from './workdays.js';
import { dateIn, instantAt, msOf } from './zone-time.js';

/** `closesAt`, or the first closing time after the last step where that step would not be before it; ISO with offset. */
export function closeAfterSteps(
  closesAt: string,
  ladder: readonly Step[],
  { cadence, zone, holidays }: OfficeCalendar<CalendarCadence>,
): string {
  const last = Math.max(...ladder.map((step) => msOf(step.at)));
  if (last < msOf(closesAt)) return closesAt;
  const day = dateIn(zone, last);
  const sameDay = instantAt(day, cadence.answerAt, zone);
  return last < msOf(sameDay) ? sameDay : instantAt(nthPlainWorkday(day, 1, holidays), cadence.answerAt, zone);
}
