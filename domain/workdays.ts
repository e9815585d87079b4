import type { HolidayData } from './cadence.js';
import { addDays, weekdayOf } from './iso-date.js';

/** Fixed by law whatever the year's arrangement will be; all that is known of a year without data. */
const fixedHolidays: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** No arrangement has ever kept an office shut this long: a search that runs further is a mistake in the data. */
const searchLimitDays = 400;

/** True when the year's holidays are published; otherwise only weekends and the days fixed by law are known. */
export function isYearKnown(year: number, holidays: HolidayData): boolean {
  return holidays.years.includes(year);
}

/** True on a day the office works, make-up weekends (调休) included. */
export function isWorked(date: string, holidays: HolidayData): boolean {
  if (date in holidays.off) return false;
  if (date in holidays.work) return true;
  if (isWeekend(date)) return false;
  return isYearKnown(Number(date.slice(0, 4)), holidays) || !fixedHolidays.has(date.slice(5));
}

/** True on a Monday to Friday that is worked; make-up weekends are worked, but nobody is written to on them. */
export function isPlainWorkday(date: string, holidays: HolidayData): boolean {
  return !isWeekend(date) && isWorked(date, holidays);
}

/**
 * The nth plain workday after `date` (before it when `n` is negative); 0 is that day.
 * A count that starts on any other day takes the next plain workday as day 0.
 */
export function nthPlainWorkday(date: string, n: number, holidays: HolidayData): string {
  let day = findDay(date, 1, (candidate) => isPlainWorkday(candidate, holidays));
  const direction = n < 0 ? -1 : 1;
  for (let counted = 0; counted < Math.abs(n); counted += 1) {
    day = findDay(addDays(day, direction), direction, (candidate) => isPlainWorkday(candidate, holidays));
  }
  return day;
}

/** How many plain workdays `to` lies after `from`; both are plain workdays, `to` not before `from`. */
export function plainWorkdaysBetween(from: string, to: string, holidays: HolidayData): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isPlainWorkday(day, holidays)) count += 1;
  }
  return count;
}

/** True on the last workday before a holiday of three days or more, adjoining weekends counted. */
export function isHolidayEve(date: string, holidays: HolidayData): boolean {
  return isWorked(date, holidays) && daysOff(addDays(date, 1), 1, holidays) >= 3;
}

/** `date` as a plain workday, and not before the `n`th plain workday after a holiday of five days or more. */
export function settleAfterLongHoliday(date: string, n: number, holidays: HolidayData): string {
  let day = nthPlainWorkday(date, 0, holidays);
  for (;;) {
    const earliest = earliestAfterLongHoliday(day, n, holidays);
    if (earliest <= day) return day;
    day = earliest;
  }
}

/** Looks back over fewer than `n` plain workdays for the end of a long holiday; `date` itself when there is none. */
function earliestAfterLongHoliday(date: string, n: number, holidays: HolidayData): string {
  let workdays = 1;
  for (let day = addDays(date, -1); workdays < n; day = addDays(day, -1)) {
    if (isPlainWorkday(day, holidays)) workdays += 1;
    else if (daysOff(day, -1, holidays) >= 5) return nthPlainWorkday(addDays(day, 1), n - 1, holidays);
  }
  return date;
}

/** Length of the unbroken run of days off that starts at `date` and runs in `direction`; 0 when it is worked. */
function daysOff(date: string, direction: 1 | -1, holidays: HolidayData): number {
  let length = 0;
  for (let day = date; !isWorked(day, holidays); day = addDays(day, direction)) {
    length += 1;
    if (length > searchLimitDays) throw endless(date);
  }
  return length;
}

/** The first day from `date` in `direction` that is wanted; throws when a year's search finds none. */
export function findDay(date: string, direction: 1 | -1, isWanted: (day: string) => boolean): string {
  let day = date;
  for (let searched = 0; searched <= searchLimitDays; searched += 1) {
    if (isWanted(day)) return day;
    day = addDays(day, direction);
  }
  throw endless(date);
}

function endless(date: string): Error {
  return new Error(`自${date}起一年多内找不到可用的工作日，请检查节假日数据和静默期设置。`);
}

function isWeekend(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}
