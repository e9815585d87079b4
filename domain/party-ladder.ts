import type { RoundPlan, Step } from './cadence.js';
import { settleLadder } from './ladder.js';
import { calendarFor, type OfficeCalendar } from './office-calendar.js';
import type { Party } from './register.js';

/**
 * A round's ladder for one party: its own and its region's quiet days move steps on; reminders that would come after
 * answerBy and letters that would come after closing are left out. A brisk ladder knows no quiet days.
 */
export function partyLadder(
  plan: Pick<RoundPlan, 'ladder' | 'answerBy' | 'closesAt'>,
  party: Pick<Party, 'code' | 'region'>,
  calendar: OfficeCalendar,
): readonly Step[] {
  const { cadence } = calendar;
  if (cadence.kind === 'brisk') return plan.ladder;
  return settleLadder(plan.ladder, plan, calendarFor(party, { ...calendar, cadence }));
}
