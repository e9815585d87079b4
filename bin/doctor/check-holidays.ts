import { readHolidays } from '../../config/holidays.js';
import { good, hint, type Check, type Finding } from './check.js';

const zone = 'Asia/Shanghai';

/** Holidays as published, for this year and the next. */
export const holidaysCheck: Check = {
  name: 'holidays',
  title: '节假日',
  seconds: 5,
  examine: ({ settings, now }) => Promise.resolve(holidayFindings(readHolidays(settings.holidaysFile).years, now())),
};

/** The State Council publishes a year's holidays in October or November of the year before. */
export function holidayFindings(known: readonly number[], now: Date): readonly Finding[] {
  const [month = 1, year = 0] = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: 'numeric' })
    .format(now)
    .split('/')
    .map(Number);
  return [ofYear(year), known.includes(year + 1) || month >= 11 ? ofYear(year + 1) : notYet(year + 1)];

  function ofYear(wanted: number): Finding {
    if (known.includes(wanted)) return good(`${wanted} 年的放假和调休安排已有`);
    const todo = '请按国务院通知写节假日文件并设 HOLIDAYS_FILE，见运行手册“下一年的节假日”。';
    return hint(`${wanted} 年没有放假和调休安排，日历只是暂定的`, todo);
  }
}

function notYet(wanted: number): Finding {
  return good(`${wanted} 年的安排通常十一月前后公布`);
}
