import type { CalendarCadence, RoundPlan, StepKind } from './cadence.js';
import { chineseDay, chineseInstant, chineseRound } from './chinese-date.js';
import { nominalDay } from './ladder.js';
import type { OfficeCalendar } from './office-calendar.js';
import { isQuiet } from './quiet-days.js';
import { stepNames } from './step-names.js';
import { isHolidayEve } from './workdays.js';
import { dateIn } from './zone-time.js';

const letterKinds: readonly StepKind[] = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];

/** A sentence for each letter of a round that does not leave on the day the cadence alone would give it, with the reason. */
export function moveWarnings(plan: RoundPlan, calendar: OfficeCalendar<CalendarCadence>): readonly string[] {
  const answerDate = dateIn(calendar.zone, plan.answerBy);
  return letterKinds.flatMap((kind) => {
    const due = nominalDay(kind, answerDate, calendar);
    const at = plan.ladder.find((step) => step.kind === kind)?.at;
    if (at !== undefined && dateIn(calendar.zone, at) === due) return [];
    const what = `${chineseRound(plan.round)}：${stepNames[kind]}原定${chineseDay(due)}，${reasonOf(due, kind, calendar)}`;
    return [at === undefined ? `${what}，顺延后已无意义，不再发出。` : `${what}，改在${chineseInstant(at)}发出。`];
  });
}

function reasonOf(due: string, kind: StepKind, { holidays, quietDays = [] }: OfficeCalendar): string {
  if (isHolidayEve(due, holidays)) return '是假期前最后一个工作日';
  if (isQuiet(due, quietDays)) return '在静默期内';
  return kind === 'opening' ? '未能按时开启' : '为与上一步相隔两个工作日';
}
