import EmailReplyParser from 'email-reply-parser';
import { findQuote } from './quote-header.js';

const phoneLine =
  /^[\s>]*((发|来|发送)自|sent from|get outlook for|下载.{0,10}outlook|从.{0,12}获取\s*outlook|(使用|通过).{0,20}(发送|邮箱)$)/i;
const closingRule = /^[\s>|*]*[-－—─_=]{3,}\s*$/;

/** What the writer of a body wrote now: above our marker line or any client's quote, without the phone's advertising. */
export function cutQuote(full: string): string {
  const at = findQuote(full);
  const above = at < 0 ? full : full.slice(0, at);
  const written = tidyEnd(cutMarked(cutEnglish(above)));
  // Answered below the quote, as programmers do: the lines that nobody marked with “>”.
  if (written === '' && at >= 0) return tidyEnd(belowMarkedQuote(full.slice(at)));
  const after = at < 0 ? '' : tidyEnd(afterMarkedQuote(full.slice(at)));
  return after === '' ? written : `${written}\n\n${after}`;
}

// The library's patterns backtrack: it sees short bodies only, and none that repeats its slowest words.
function cutEnglish(text: string): string {
  if (!/wrote:|^\s*>|original message|^from:|^-- ?$/im.test(text)) return text;
  const slow = text.match(/skrev|schreef|schrieb|pisze|napisał|写道|\b(Op|Den|W dniu|Dnia)\s/g)?.length ?? 0;
  if (text.length > 16_000 || slow > 3) return text;
  const fragments = new EmailReplyParser().read(text).getFragments();
  // It takes any short rule for a signature: in Chinese mail a rule only divides sections.
  const isKept = (fragment: { isQuoted(): boolean; isHidden(): boolean }): boolean =>
    /\p{Script=Han}/u.test(text) ? !fragment.isQuoted() : !fragment.isHidden();
  return fragments
    .filter(isKept)
    .map((fragment) => fragment.getContent())
    .join('\n');
}

function cutMarked(text: string): string {
  const lines = text.split('\n');
  let end = lines.length;
  while (end > 0 && /^\s*(>.*)?$/.test(lines[end - 1] ?? '')) end -= 1;
  return lines.slice(0, end).join('\n');
}

function tidyEnd(text: string): string {
  const lines = text.split('\n');
  while (lines.length > 0 && isIdle(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n').trim();
}

function isIdle(line: string): boolean {
  return line.trim() === '' || closingRule.test(line) || phoneLine.test(line);
}

function belowMarkedQuote(quote: string): string {
  const lines = quote.split('\n').slice(1);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || !lines[first]?.trimStart().startsWith('>')) return '';
  return lines.filter((line) => !line.trimStart().startsWith('>')).join('\n');
}

const isMarked = (line: string) => line.trimStart().startsWith('>');

// Written around a quote: what stands clear of its last marked line. A line that the client only wrapped does not.
function afterMarkedQuote(quote: string): string {
  const lines = quote.split('\n');
  const first = lines.findIndex((line, index) => index > 0 && line.trim() !== '');
  const last = lines.findLastIndex(isMarked);
  if (first < 0 || !isMarked(lines[first] ?? '') || last < 0 || (lines[last + 1] ?? '').trim() !== '') return '';
  const rest = lines
    .slice(last + 1)
    .join('\n')
    .trim();
  return closingRule.test(rest.split('\n')[0] ?? '') || findQuote(rest) >= 0 || rest.startsWith('-- ') ? '' : rest;
}
