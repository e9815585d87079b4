import type { HolidayData } from '../../domain/cadence.js';
import { addDays } from '../../domain/iso-date.js';
import { findDay, isPlainWorkday } from '../../domain/workdays.js';
import { dateIn, instantAt } from '../../domain/zone-time.js';

const minuteMs = 60_000;
/** All sit down at the same time: what many do at once the office also handles at once, and a year passes faster. */
const sitting = '10:00';

/**
 * When somebody sits down to what could be done at `at`: on that workday or the next, or on the last one before `by`
 * where there is none in between; all epoch milliseconds.
 */
export function workingHours(zone: string, holidays: HolidayData): (at: number, by: number) => number {
  const known = new Map<string, number>();
  return (at, by) => {
    const key = `${at}/${by}`;
    const sits = known.get(key) ?? sitDown(at, by);
    known.set(key, sits);
    return sits;
  };

  function sitDown(at: number, by: number): number {
    const [today, lastDay] = [dateIn(zone, at), dateIn(zone, by)];
    const after = [today, addDays(today, 1)].map((day) => onWorkday(day, 1)).find((sits) => sits >= at);
    if (after !== undefined && after < by) return after;
    const before = [lastDay, addDays(lastDay, -1)].map((day) => onWorkday(day, -1)).find((sits) => sits < by);
    return before !== undefined && at <= before ? before : by - minuteMs;
  }

  function onWorkday(day: string, direction: 1 | -1): number {
    const workday = findDay(day, direction, (each) => isPlainWorkday(each, holidays));
    return Date.parse(instantAt(workday, sitting, zone));
  }
}
