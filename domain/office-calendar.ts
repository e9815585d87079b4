import type { Cadence, HolidayData, QuietDays } from './cadence.js';
import { quietDaysOf } from './quiet-days.js';
import type { Party } from './register.js';

/** What every date of a campaign is counted with; `C` narrows it to one kind of cadence. */
export interface OfficeCalendar<C extends Cadence = Cadence> {
  readonly cadence: C;
  /** IANA zone in which every date is meant. */
  readonly zone: string;
  readonly holidays: HolidayData;
  /** Only spans for everybody count; `calendarFor` turns a party's own into such. */
  readonly quietDays?: readonly QuietDays[];
}

/** The calendar by which one party is written to: its quiet days and its region's count as well. */
export function calendarFor<C extends Cadence>(
  party: Pick<Party, 'code' | 'region'>,
  calendar: OfficeCalendar<C>,
): OfficeCalendar<C> {
  return { ...calendar, quietDays: quietDaysOf(party, calendar.quietDays ?? []) };
}
