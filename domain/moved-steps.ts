import type { CalendarCadence, RoundPlan, StepKind } from './cadence.js';
import { nominalDay } from './ladder.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { PlanConcern } from './plan-concerns.js';
import { isQuiet } from './quiet-days.js';
import { isHolidayEve } from './workdays.js';
import { dateIn } from './zone-time.js';

export type MoveReason = 'holidayEve' | 'quietDay' | 'lateOpening' | 'distance';

const letterKinds: readonly StepKind[] = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];

/** Each letter of a round that does not leave on the day the cadence alone would give it, with the reason. */
export function movedSteps(plan: RoundPlan, calendar: OfficeCalendar<CalendarCadence>): readonly PlanConcern[] {
  const answerDate = dateIn(calendar.zone, plan.answerBy);
  return letterKinds.flatMap((step): readonly PlanConcern[] => {
    const due = nominalDay(step, answerDate, calendar);
    const at = plan.ladder.find(({ kind }) => kind === step)?.at;
    if (at !== undefined && dateIn(calendar.zone, at) === due) return [];
    const reason = reasonOf(due, step, calendar);
    return [{ kind: 'moved', round: plan.round, step, due, reason, ...(at !== undefined && { at }) }];
  });
}

function reasonOf(due: string, kind: StepKind, { holidays, quietDays = [] }: OfficeCalendar): MoveReason {
  if (isHolidayEve(due, holidays)) return 'holidayEve';
  if (isQuiet(due, quietDays)) return 'quietDay';
  return kind === 'opening' ? 'lateOpening' : 'distance';
}
