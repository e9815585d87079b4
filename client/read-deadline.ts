import { instantAt, instantIn, dateIn } from '../domain/zone-time.js';
import { findDate } from '../mail/answer/dates.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

export interface DeadlineContext {
  readonly zone: string;
  readonly now: Date;
  readonly words: Words;
}

const closeOfBusiness = '17:00';
const day = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?)$/;
const timed = /^(.+?)(?:T|\s+)(\d{1,2}:\d{2})$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day on the command line as an ISO instant at 17:00 in the campaign's zone, or at the time that was given with it. */
export function readDeadline(given: string, context: DeadlineContext): string {
  const text = given.normalize('NFKC').trim();
  if (instant.test(text) && !Number.isNaN(Date.parse(text))) return instantIn(context.zone, text);
  const [, date = text, time = closeOfBusiness] = timed.exec(text) ?? [];
  if (!/^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(time)) throw mistake(context.words.badDate(given));
  return instantAt(readDay(date, context), time.padStart(5, '0'), context.zone);
}

/** An ISO date; without a year the nearest one, the coming year's when the day lies more than half a year back. */
export function readDay(given: string, { zone, now, words }: DeadlineContext): string {
  const text = given.normalize('NFKC').trim();
  const date = day.test(text) ? findDate(text, dateIn(zone, now.getTime()), 'future') : undefined;
  if (date === undefined) throw mistake(words.badDate(given));
  return date;
}
