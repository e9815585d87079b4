/** 2026-04-27, 2026/4/27, 2026.4.27, 2026年4月27日 or 20260427 as an ISO date; null when it is no day of the calendar. */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [year = 0, month = 0, date = 0] = parts.slice(1).map(Number);
  const day = new Date(Date.UTC(year, month - 1, date));
  const exists = day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
  return exists ? day.toISOString().slice(0, 10) : null;
}
