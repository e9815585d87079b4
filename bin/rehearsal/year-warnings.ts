import type { HolidayData } from '../../domain/cadence.js';
import { planWarnings } from '../../domain/plan-warnings.js';
import { isHolidayEve } from '../../domain/workdays.js';
import type { CampaignFile } from '../../client/read-campaign-file.js';
import { chineseDay } from '../../domain/chinese-date.js';
import type { GatheredYear } from '../../worker/in-time/gather-year.js';
import type { BookLetter } from './year-book.js';

export interface YearToCheck {
  readonly campaign: CampaignFile;
  readonly holidays: HolidayData;
  readonly year: GatheredYear;
  readonly letters: readonly BookLetter[];
  /** More tasks in one party's hands than this are warned of. */
  readonly manyTasks: number;
}

/** What a coordinator should know before the year is started for real, a Chinese sentence each. */
export function yearWarnings({ campaign, holidays, year, letters, manyTasks }: YearToCheck): readonly string[] {
  const { register, cadence, quietDays } = campaign;
  const calendar = { cadence, zone: register.campaign.zone, holidays, quietDays };
  return [
    ...planWarnings({ ...calendar, plans: year.rounds, register }),
    ...loadWarnings(campaign, manyTasks),
    ...eveWarnings(letters, holidays),
    ...unsentWarnings(year),
  ];
}

function loadWarnings({ register }: CampaignFile, manyTasks: number): readonly string[] {
  return register.parties.flatMap(({ code, name }) => {
    const tasks = register.tasks.filter(({ lead }) => lead === code).length;
    return tasks > manyTasks
      ? [`${name}牵头${tasks}项任务（多于${manyTasks}项），每期要填报的内容很多，宜先沟通。`]
      : [];
  });
}

/** The ladder keeps off the eve of a holiday; what people set in motion themselves, receipts and notes, does not. */
function eveWarnings(letters: readonly BookLetter[], holidays: HolidayData): readonly string[] {
  const chasing = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];
  const days = new Set(letters.filter(({ kind }) => chasing.includes(kind)).map(({ day }) => day));
  return [...days]
    .filter((day) => isHolidayEve(day, holidays))
    .map((day) => `${chineseDay(day)}是节前最后一个工作日，当天有函发出。`);
}

function unsentWarnings({ unsent }: GatheredYear): readonly string[] {
  const lapsed = unsent.filter(({ kind, state }) => kind === 'escalation' && state === 'lapsed').length;
  const refused = unsent.filter(({ state }) => state === 'refused').length;
  return [
    ...(lapsed > 0 ? [`有${lapsed}封督办函到关闭时仍未签发而失效。`] : []),
    ...(refused > 0 ? [`有${refused}封函没有可用的收件信箱，未能发出。`] : []),
  ];
}
