import { html } from 'hono/html';
import type { HolidayData, RoundPlan } from '../../domain/cadence.js';
import { addDays, weekdayOf } from '../../domain/iso-date.js';
import { stepNames } from '../../domain/step-names.js';
import { isWorked } from '../../domain/workdays.js';
import { dateIn, instantIn } from '../../domain/zone-time.js';
import type { BookLetter } from './year-book.js';

export type Markup = ReturnType<typeof html>;

export interface MonthsRequest {
  readonly rounds: readonly RoundPlan[];
  readonly letters: readonly BookLetter[];
  readonly zone: string;
  readonly holidays: HolidayData;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** A leaf for every month from the first opening to the last letter. */
export function monthCalendar(request: MonthsRequest): readonly Markup[] {
  const days = [
    ...request.rounds.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt].map((at) => dateIn(request.zone, at))),
    ...request.letters.map(({ day }) => day),
  ].toSorted((one, other) => one.localeCompare(other));
  const first = days[0]?.slice(0, 7) ?? '';
  const last = days.at(-1)?.slice(0, 7) ?? '';
  const marked = { ...request, events: request.rounds.flatMap((round) => eventsOf(round, request.zone)) };
  return monthsBetween(first, last).map((month) => monthLeaf(month, marked));
}

interface Marked extends MonthsRequest {
  readonly events: readonly DayEvent[];
}

function monthLeaf(month: string, request: Marked): Markup {
  const [year, number] = month.split('-');
  return html`<table class="month">
    <caption>
      ${year}年${Number(number)}月
    </caption>
    <thead>
      <tr>
        ${weekdays.map((day) => html`<th>${day}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(month).map(
        (week) =>
          html`<tr>
            ${week.map((day) => dayCell(day, month, request))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function dayCell(day: string, month: string, { letters, holidays, ...marked }: Marked): Markup {
  if (!day.startsWith(month)) return html`<td class="outside"></td>`;
  const count = letters.filter((letter) => letter.day === day).length;
  const events = marked.events.filter((event) => event.day === day);
  return html`<td class="${isWorked(day, holidays) ? '' : 'off'}">
    <span class="date">${Number(day.slice(8))}</span>
    ${count > 0 ? html`<a href="#letters" class="count" data-day="${day}">${count}封</a>` : ''}
    ${events.map(({ name, kind, time }) => html`<span class="event event-${kind}" title="${time}">${name}</span>`)}
  </td>`;
}

interface DayEvent {
  readonly day: string;
  readonly time: string;
  readonly kind: string;
  readonly name: string;
}

function eventsOf({ ladder, answerBy, closesAt, cutoff }: RoundPlan, zone: string): readonly DayEvent[] {
  const event = (kind: string, name: string, at: string): DayEvent => {
    const wall = instantIn(zone, at);
    return { day: wall.slice(0, 10), time: wall.slice(11, 16), kind, name };
  };
  return [
    { day: cutoff, time: '', kind: 'cutoff', name: '数据截至' },
    ...ladder.map(({ kind, at }) => event(kind, stepNames[kind], at)),
    event('answer-by', '报送截止', answerBy),
    event('closing', '关闭', closesAt),
  ];
}

function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  let day = addDays(first, -((weekdayOf(first) + 6) % 7));
  const weeks: string[][] = [];
  do {
    const week = Array.from({ length: 7 }, (_, index) => addDays(day, index));
    weeks.push(week);
    day = addDays(day, 7);
  } while (day.startsWith(month));
  return weeks;
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let month = first; month !== '' && month <= last; month = addDays(`${month}-28`, 7).slice(0, 7))
    months.push(month);
  return months;
}
