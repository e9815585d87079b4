/** Arithmetic on ISO dates `YYYY-MM-DD`: text in, text out, no zone and no clock. They compare as text. */

const dayMs = 86_400_000;

/** The date `days` later, earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(atMidnightUtc(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: string): number {
  return new Date(atMidnightUtc(date)).getUTCDay();
}

/** The later of two dates. */
export function laterDate(one: string, other: string): string {
  return one > other ? one : other;
}

/** An ISO date from its parts; throws unless the day exists. */
export function isoDate(year: number, month: number, day: number): string {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (addDays(date, 0) !== date) throw new Error(`${date} 不是一个存在的日期。`);
  return date;
}

function atMidnightUtc(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new Error(`“${date}”不是日期，应写作 YYYY-MM-DD，例如 2026-04-27。`);
  return ms;
}
