import type { HolidayData } from '../../domain/cadence.js';
import { findDay, isPlainWorkday } from '../../domain/workdays.js';
import { dateIn, instantAt, instantIn } from '../../domain/zone-time.js';

const minuteMs = 60_000;
const opensMinute = 8 * 60 + 35;
const openMinutes = 8 * 60;

/**
 * When somebody sits down to what could be done at `at`: in the hours of a workday, and before `by` where `at` was; all
 * epoch milliseconds.
 */
export function workingHours(zone: string, holidays: HolidayData): (at: number, by: number) => number {
  const worked = (day: string) => isPlainWorkday(day, holidays);
  const onDay = (day: string, minute: number) =>
    Date.parse(instantAt(day, '00:00', zone)) + (opensMinute + Math.floor((minute / 1440) * openMinutes)) * minuteMs;
  return (at, by) => {
    const wall = instantIn(zone, at);
    const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
    const after = onDay(findDay(dateIn(zone, at), 1, worked), minute);
    if (after < by) return after;
    const before = onDay(findDay(dateIn(zone, by), -1, worked), minute);
    return before < by ? before : by - (1 + (minute % 45)) * minuteMs;
  };
}
