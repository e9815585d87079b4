import { readHolidays } from '../../config/holidays.js';
import type { DoctorWords } from './words/doctor-words.js';
import { good, hint, type Check, type Finding } from './check.js';

const zone = 'Asia/Shanghai';

/** Holidays as published, for this year and the next. */
export const holidaysCheck: Check = {
  name: 'holidays',
  seconds: 5,
  examine: async ({ settings, now, words }) => holidayFindings(readHolidays(settings.holidaysFile).years, now(), words),
};

/** The State Council publishes a year's holidays in October or November of the year before. */
export function holidayFindings(known: readonly number[], now: Date, words: DoctorWords): readonly Finding[] {
  const [month = 1, year = 0] = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric' })
    .format(now)
    .split('/')
    .map(Number);
  return [
    ofYear(year),
    known.includes(year + 1) || month >= 11 ? ofYear(year + 1) : good(words.holidaysLater(year + 1)),
  ];

  function ofYear(wanted: number): Finding {
    if (known.includes(wanted)) return good(words.holidaysKnown(wanted));
    return hint(words.holidaysUnknown(wanted), words.holidaysTodo);
  }
}
