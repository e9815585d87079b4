import type { CalendarCadence } from './cadence.js';
import { addDays } from './iso-date.js';
import type { OfficeCalendar } from './office-calendar.js';
import { isQuiet } from './quiet-days.js';
import { findDay, isHolidayEve, isPlainWorkday } from './workdays.js';
import { instantAt, instantIn } from './zone-time.js';

/** True on a plain workday that is neither the eve of a holiday of three days or more nor quiet for everybody. */
export function isLetterDay(date: string, calendar: OfficeCalendar): boolean {
  const { holidays, quietDays = [] } = calendar;
  return isPlainWorkday(date, holidays) && !isHolidayEve(date, holidays) && !isQuiet(date, quietDays);
}

/** The first day from `date` on which letters may leave. */
export function nextLetterDay(date: string, calendar: OfficeCalendar): string {
  return findDay(date, 1, (day) => isLetterDay(day, calendar));
}

/** The first instant from `now` (epoch ms or ISO) at which a letter may leave, ISO with offset: `now` itself within the hours of such a day. */
export function nextLetterTime(now: number | string, calendar: OfficeCalendar<CalendarCadence>): string {
  const { cadence, zone } = calendar;
  const local = instantIn(zone, now);
  const today = local.slice(0, 10);
  const time = local.slice(11, 16);
  if (time >= cadence.lettersUntil) return letterTimeOn(nextLetterDay(addDays(today, 1), calendar), calendar);
  const day = nextLetterDay(today, calendar);
  return day === today && time >= cadence.lettersAt ? local : letterTimeOn(day, calendar);
}

/** The instant at which letters of a day are planned, ISO with offset. */
export function letterTimeOn(date: string, calendar: OfficeCalendar<CalendarCadence>): string {
  return instantAt(date, calendar.cadence.lettersAt, calendar.zone);
}
