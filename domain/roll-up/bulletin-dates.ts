/** 10月20日. */
export function monthDay(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
}

/** 2026年10月20日. */
export function fullDay(date: string): string {
  return `${Number(date.slice(0, 4))}年${monthDay(date)}`;
}

/** A date of the campaign's year without its year, of another year with it. */
export function dayOfYear(date: string, year: number): string {
  return date.startsWith(`${year}-`) ? monthDay(date) : fullDay(date);
}
