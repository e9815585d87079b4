import type { CalendarCadence, RoundPlan } from './cadence.js';
import { closeAfterSteps } from './closing.js';
import { addDays, isoDate, laterDate } from './iso-date.js';
import { ladderAround, nominalDay } from './ladder.js';
import { letterTimeOn, nextLetterDay, nextLetterTime } from './letter-days.js';
import type { OfficeCalendar } from './office-calendar.js';
import { periodOf, roundId, type RoundRef } from './round-id.js';
import { isYearKnown, nthPlainWorkday, settleAfterLongHoliday } from './workdays.js';
import { dateIn, instantAt, msOf } from './zone-time.js';

/** A holiday of five days or more is followed by this many plain workdays before an answer may be due, that day counted. */
const settledAfterHoliday = 6;
/** What a party is given at least when its round opens late, in plain workdays. */
const lateAnswerWorkdays = 5;

/** Day to which a round's figures are counted, ISO date. */
export function cutoffOf(ref: RoundRef, days: Pick<CalendarCadence, 'cutoffDay' | 'decemberCutoffDay'>): string {
  return isoDate(ref.year, ref.number * 2, ref.number === 6 ? days.decemberCutoffDay : days.cutoffDay);
}

/** One round counted in plain workdays; with `openedAt` (ISO or epoch ms) as it stands when opened then. */
export function planCalendarRound(
  ref: RoundRef,
  calendar: OfficeCalendar<CalendarCadence>,
  openedAt?: number | string,
): RoundPlan {
  const { cadence, zone, holidays } = calendar;
  const planned = answerDateOf(ref, calendar);
  const nominalOpening = nominalDay('opening', planned, calendar);
  const opensAt = openingOf(nominalOpening, calendar, openedAt);
  const openingDate = dateIn(zone, opensAt);
  const answerDate =
    openingDate > nominalOpening
      ? laterDate(planned, nthPlainWorkday(openingDate, lateAnswerWorkdays, holidays))
      : planned;
  const answerBy = instantAt(answerDate, cadence.answerAt, zone);
  const ladder = ladderAround(answerDate, opensAt, { answerBy }, calendar);
  const nominalClosing = instantAt(nthPlainWorkday(answerDate, cadence.closesAfter, holidays), cadence.answerAt, zone);
  const closesAt = closeAfterSteps(nominalClosing, ladder, calendar);
  return {
    round: roundId(ref),
    period: periodOf(ref),
    cutoff: cutoffOf(ref, cadence),
    opensAt,
    answerBy,
    closesAt,
    provisional: isProvisional(openingDate, dateIn(zone, closesAt), calendar),
    ladder,
  };
}

function answerDateOf(ref: RoundRef, { cadence, holidays }: OfficeCalendar<CalendarCadence>): string {
  const day = ref.number === 6 ? cadence.decemberAnswerByDay : cadence.answerByDay;
  return settleAfterLongHoliday(isoDate(ref.year, ref.number * 2, day), settledAfterHoliday, holidays);
}

/** A clock that is late by less than the settle time has opened the round as planned. */
function openingOf(
  nominal: string,
  calendar: OfficeCalendar<CalendarCadence>,
  openedAt: number | string | undefined,
): string {
  const planned = letterTimeOn(nextLetterDay(nominal, calendar), calendar);
  if (openedAt === undefined) return planned;
  const lateMs = msOf(openedAt) - msOf(planned);
  return lateMs >= 0 && lateMs <= calendar.cadence.settleMs ? planned : nextLetterTime(openedAt, calendar);
}

/** The week after closing counts as well: whether a day is the eve of a holiday depends on what follows. */
function isProvisional(from: string, to: string, { holidays }: OfficeCalendar): boolean {
  return [from, addDays(to, 7)].some((date) => !isYearKnown(Number(date.slice(0, 4)), holidays));
}
