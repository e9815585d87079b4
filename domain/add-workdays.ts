import type { OfficeCalendar } from './office-calendar.js';
import { nthPlainWorkday } from './workdays.js';
import { dateIn, instantAt, instantIn, msOf } from './zone-time.js';

/**
 * The end of the nth plain workday after an instant (epoch ms or ISO), ISO with offset: at the cadence's `answerAt`,
 * or `n` brisk workdays later. Counts from the next plain workday when the instant falls on any other day.
 */
export function addWorkdays(instant: number | string, n: number, calendar: OfficeCalendar): string {
  const { cadence, zone, holidays } = calendar;
  switch (cadence.kind) {
    case 'calendar':
      return instantAt(nthPlainWorkday(dateIn(zone, instant), n, holidays), cadence.answerAt, zone);
    case 'brisk':
      return instantIn(zone, msOf(instant) + n * cadence.workdayMs);
  }
}
