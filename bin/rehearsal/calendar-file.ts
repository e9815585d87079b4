import type { RoundPlan } from '../../domain/cadence.js';
import { chineseDay } from '../../domain/chinese-date.js';
import { addDays } from '../../domain/iso-date.js';
import { stepNames } from '../../domain/step-names.js';

export interface CalendarRequest {
  readonly campaign: string;
  readonly title: string;
  readonly rounds: readonly RoundPlan[];
  /** ISO instant as which the calendar is stamped. */
  readonly at: string;
}

interface Entry {
  readonly uid: string;
  readonly at: string;
  readonly summary: string;
  readonly description: string;
}

/** The year's dates as an iCalendar file (RFC 5545) that a coordinator's own calendar reads. */
export function calendarFile({ campaign, title, rounds, at }: CalendarRequest): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Shuangyue//Rehearsal//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(title)}`,
    ...rounds.flatMap((round) => [
      ...cutoffLines(round, campaign, at),
      ...entriesOf(round, campaign).flatMap((entry) => eventLines(entry, at)),
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(fold).join('\r\n')}\r\n`;
}

function entriesOf(
  { round, cutoff, ladder, answerBy, closesAt, provisional }: RoundPlan,
  campaign: string,
): readonly Entry[] {
  const mark = provisional ? '（暂定）' : '';
  const description = `${round}期双月调度，数据截至${chineseDay(cutoff)}${mark}`;
  const entry = (kind: string, name: string, at: string): Entry => ({
    uid: `${campaign}.${round}.${kind}@shuangyue`,
    at,
    summary: `${round}期${name}${mark}`,
    description,
  });
  return [
    ...ladder.map(({ kind, at }) => entry(kind, stepNames[kind], at)),
    entry('answer-by', '报送截止', answerBy),
    entry('closing', '关闭', closesAt),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function eventLines({ uid, at, summary, description }: Entry, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(at)}`,
    'DURATION:PT30M',
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A whole day: to it the figures are counted. */
function cutoffLines({ round, cutoff }: RoundPlan, campaign: string, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${campaign}.${round}.cutoff@shuangyue`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART;VALUE=DATE:${cutoff.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(cutoff, 1).replaceAll('-', '')}`,
    `SUMMARY:${text(`${round}期数据截至日`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function utc(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11. */
function text(value: string): string {
  return value.replaceAll(/[\\;,]/g, (char) => `\\${char}`).replaceAll(/\r?\n/g, '\\n');
}

/** RFC 5545, 3.1: lines of at most 75 octets, cut between characters. */
function fold(line: string): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const char of line) {
    if (Buffer.byteLength(current + char) > 75) {
      lines.push(current);
      current = ' ';
    }
    current += char;
  }
  return [...lines, current];
}
