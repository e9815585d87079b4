import type { HolidayData } from '../../domain/cadence.js';
import { planConcerns } from '../../domain/plan-concerns.js';
import { inBoth, type Sentence } from '../../domain/sentence.js';
import { isHolidayEve } from '../../domain/workdays.js';
import type { CampaignFile } from '../../client/read-campaign-file.js';
import { planWarningWords } from '../../client/words/plan-warning.js';
import type { GatheredYear } from '../../worker/in-time/gather-year.js';
import { yearWarningWords } from '../words/year-warnings.js';
import type { BookLetter } from './year-book.js';

export interface YearToCheck {
  readonly campaign: CampaignFile;
  readonly holidays: HolidayData;
  readonly year: GatheredYear;
  readonly letters: readonly BookLetter[];
  /** More tasks in one party's hands than this are warned of. */
  readonly manyTasks: number;
}

/** What a coordinator should know before the year is started for real. */
export function yearWarnings({ campaign, holidays, year, letters, manyTasks }: YearToCheck): readonly Sentence[] {
  const { register, cadence, quietDays } = campaign;
  const calendar = { cadence, zone: register.campaign.zone, holidays, quietDays };
  return [
    ...planConcerns({ ...calendar, plans: year.rounds, register }).map((concern) =>
      inBoth(planWarningWords, (say) => say(concern)),
    ),
    ...loadWarnings(campaign, manyTasks),
    ...eveWarnings(letters, holidays),
    ...unsentWarnings(year),
  ];
}

function loadWarnings({ register }: CampaignFile, most: number): readonly Sentence[] {
  return register.parties.flatMap(({ code, name }) => {
    const tasks = register.tasks.filter(({ lead }) => lead === code).length;
    return tasks > most ? [inBoth(yearWarningWords, ({ manyTasks }) => manyTasks(name, tasks, most))] : [];
  });
}

/** The ladder keeps off the eve of a holiday; what people set in motion themselves, receipts and notes, does not. */
function eveWarnings(letters: readonly BookLetter[], holidays: HolidayData): readonly Sentence[] {
  const chasing = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];
  const days = new Set(letters.filter(({ kind }) => chasing.includes(kind)).map(({ day }) => day));
  return [...days]
    .filter((day) => isHolidayEve(day, holidays))
    .map((day) => inBoth(yearWarningWords, ({ eve }) => eve(day)));
}

function unsentWarnings({ unsent }: GatheredYear): readonly Sentence[] {
  const lapsed = unsent.filter(({ kind, state }) => kind === 'escalation' && state === 'lapsed').length;
  const refused = unsent.filter(({ state }) => state === 'refused').length;
  return [
    ...(lapsed > 0 ? [inBoth(yearWarningWords, (words) => words.lapsed(lapsed))] : []),
    ...(refused > 0 ? [inBoth(yearWarningWords, (words) => words.refused(refused))] : []),
  ];
}
