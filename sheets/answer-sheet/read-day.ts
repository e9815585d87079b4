import type { Cell } from '../workbook.js';
import { brokenCell, type CellRead, halfWidth, isSaid, short, textOf } from './read-cell.js';

/** Where a day without a year is looked for: work done lies behind the sheet's day, promises ahead of it. */
export type Direction = 'past' | 'future';

/** A day as an ISO date; `near` is the ISO date that lends a year. */
export function readDay(cell: Cell | undefined, near: string, direction: Direction): CellRead<string> {
  const broken = brokenCell(cell);
  if (broken !== undefined) return { problem: broken };
  if (cell?.kind === 'date') return { value: String(cell.value) };
  if (!isSaid(cell)) return {};
  const text = halfWidth(textOf(cell));
  const day = serialDay(cell) ?? writtenDay(text.replaceAll(/\s/gu, ''), near, direction);
  return day === undefined ? { problem: `填“${short(text)}”，请填日期，例如 2026-6-30` } : { value: day };
}

/** A date cell that lost its format: days since the end of 1899. */
function serialDay(cell: Cell | undefined): string | undefined {
  if (cell?.kind !== 'number' || typeof cell.value !== 'number') return undefined;
  if (cell.value < 36_526 || cell.value >= 73_051) return undefined;
  return new Date((Math.floor(cell.value) - 25_569) * dayMs).toISOString().slice(0, 10);
}

const forms = [
  /^(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?前?$/u,
  /^(?<year>20\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:T00:00.*|00:00:00)?$/u,
  /^(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)$/u,
  /^(?<month>\d{1,2})[-/.](?<day>\d{1,2})$/u,
  /^(?:(?<year>20\d\d)年)?(?<month>\d{1,2})月[底末]前?$/u,
  /^(?:(?<year>20\d\d)年?)?(?:年底|年末)前?$/u,
];

function writtenDay(text: string, near: string, direction: Direction): string | undefined {
  const found = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (found === undefined) return undefined;
  const month = Number(found['month'] ?? 12);
  const dayIn = (year: number) =>
    existing(year, month, found['day'] === undefined ? lastOf(year, month) : Number(found['day']));
  if (found['year'] !== undefined) return dayIn(Number(found['year']));
  const year = Number(near.slice(0, 4));
  const day = dayIn(year);
  // Half a year the wrong way means the year has turned since, or will before.
  const days = day === undefined ? 0 : (Date.parse(day) - Date.parse(near)) / dayMs;
  if (direction === 'past' && days > 183) return dayIn(year - 1);
  return direction === 'future' && days < -183 ? dayIn(year + 1) : day;
}

const dayMs = 86_400_000;

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function existing(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
