import { findDate } from '../answer/dates.js';
import { halfWidth } from '../answer/half-width.js';

/** 至5月10日, 5月1日-10日, 5月11日返岗, until 2026-05-10, back on 2026-05-11: words that make a date the end of an absence. */
const before =
  /(?:至|到|截止|直到|[-—–~～]|\buntil\b|\btill\b|\bthrough\b|\bback\b(?: on)?|\breturn(?:ing)?\b(?: on)?)\s*$/i;
const after = /^\s*(?:[（(][^）)]{0,6}[）)])?\s*(?:上午|下午|前|后|起|左右)?\s*(?:返|回|恢复|上班|销假|结束)/;
const dates =
  /(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?|(?<=月\s*\d{1,2}\s*[日号]?\s*(?:至|到|[-—–~～])\s*)\d{1,2}\s*[日号]/g;

/** Until when an automatic reply says its writer is away, as a day; undefined where it does not say. */
export function awayUntil(text: string, receivedAt: string): string | undefined {
  const half = halfWidth(text);
  for (const found of half.matchAll(dates)) {
    const end = found.index + found[0].length;
    if (!before.test(half.slice(0, found.index)) && !after.test(half.slice(end))) continue;
    const date = findDate(wholeDate(half, found), receivedAt, 'future');
    if (date !== undefined) return date;
  }
  return undefined;
}

/** “5月1日至7日”: the month of the day before it. */
function wholeDate(text: string, { 0: day, index }: RegExpMatchArray): string {
  if (/[月./-]/.test(day)) return day;
  const month = /((?:\d{4}\s*年\s*)?\d{1,2}\s*月)(?:[^月]*)$/.exec(text.slice(0, index))?.[1];
  return `${month ?? ''}${day}`;
}
