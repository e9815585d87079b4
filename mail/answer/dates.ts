import { halfWidth } from './half-width.js';

const written = /(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?/;
const monthEnd = /(?:(\d{4})年)?(\d{1,2})月(?:底|末)|(?<!\d)(年底|年末)/;

/** Where a date without a year is looked for: dates of work done lie behind the mail's day, promises ahead of it. */
export type Direction = 'past' | 'future';

/** The first date in a text as an ISO date; `4月底` is its last day. Undefined when there is none or it does not exist. */
export function findDate(text: string, receivedAt: string, direction: Direction): string | undefined {
  const half = halfWidth(text);
  const day = written.exec(half);
  const end = monthEnd.exec(half);
  if (day !== null && (end === null || day.index <= end.index)) {
    return isoDate(day[1], Number(day[2]), Number(day[3]), receivedAt, direction);
  }
  if (end === null) return undefined;
  const month = end[3] === undefined ? Number(end[2]) : 12;
  const year = Number(end[1] ?? receivedAt.slice(0, 4));
  return isoDate(end[1], month, new Date(Date.UTC(year, month, 0)).getUTCDate(), receivedAt, direction);
}

function isoDate(
  year: string | undefined,
  month: number,
  day: number,
  receivedAt: string,
  direction: Direction,
): string | undefined {
  const today = receivedAt.slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  const inYear = (full: number): string | undefined => existing(full, month, day);
  if (year !== undefined) return inYear(Number(year));
  const date = inYear(thisYear);
  // Half a year the wrong way means the year has turned since, or will before.
  if (date === undefined) return undefined;
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  if (direction === 'past' && days > 183) return inYear(thisYear - 1);
  return direction === 'future' && days < -183 ? inYear(thisYear + 1) : date;
}

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
