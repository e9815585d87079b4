import { briskOffset } from './brisk-plan.js';
import type { BriskCadence, Step, StepKind } from './cadence.js';
import { fits, inOrder, ladderAround } from './ladder.js';
import { nextLetterTime } from './letter-days.js';
import type { OfficeCalendar } from './office-calendar.js';
import { stepAt } from './step-addressees.js';
import { dateIn, instantIn, msOf } from './zone-time.js';

export interface NewDeadline {
  /** ISO instants; `answerBy` at most `closesAt`. */
  readonly answerBy: string;
  readonly closesAt: string;
  /** Epoch ms or ISO; steps before it are left out. */
  readonly now: number | string;
  /** True when the addressee has to be asked first: a new lead after a reassignment. False for an extension. */
  readonly withOpening: boolean;
}

/** The ladder of one task whose answerBy was extended, or whose new lead starts anew; nothing in it is at or after closesAt. */
export function replanLadder(deadline: NewDeadline, calendar: OfficeCalendar): readonly Step[] {
  const now = msOf(deadline.now);
  return aroundAnswerBy(deadline, calendar).filter(
    (step) => fits(step, deadline) && (step.kind === 'opening' || msOf(step.at) >= now),
  );
}

function aroundAnswerBy(deadline: NewDeadline, calendar: OfficeCalendar): readonly Step[] {
  const { cadence, zone } = calendar;
  switch (cadence.kind) {
    case 'calendar': {
      const counted = { ...calendar, cadence };
      const opening = deadline.withOpening ? nextLetterTime(deadline.now, counted) : undefined;
      return ladderAround(dateIn(zone, deadline.answerBy), opening, deadline, counted);
    }
    case 'brisk':
      return briskAround(deadline, cadence, zone);
  }
}

function briskAround({ answerBy, now, withOpening }: NewDeadline, cadence: BriskCadence, zone: string) {
  const opening = withOpening ? [stepAt('opening', instantIn(zone, now))] : [];
  const kinds: readonly StepKind[] = ['reminder', 'calls', 'overdue', 'second-overdue', 'escalation'];
  const zero = msOf(answerBy) - cadence.answerByMs;
  const later = kinds.map((kind) => stepAt(kind, instantIn(zone, zero + briskOffset(kind, cadence))));
  return inOrder([...opening, ...later]);
}
