import { defaultCadence, type BriskCadence, type RoundPlan, type Step, type StepKind } from './cadence.js';
import { cutoffOf } from './calendar-plan.js';
import { inOrder } from './ladder.js';
import type { OfficeCalendar } from './office-calendar.js';
import { periodOf, roundId, type RoundRef } from './round-id.js';
import { stepAt } from './step-addressees.js';
import { instantIn, msOf } from './zone-time.js';

/**
 * One round counted in milliseconds from its opening, `plannedMs` or the real one; cutoff and period stay those of
 * the year's calendar, so that bulletins read naturally.
 */
export function planBriskRound(
  ref: RoundRef,
  plannedMs: number,
  { cadence, zone }: OfficeCalendar<BriskCadence>,
  openedAt?: number | string,
): RoundPlan {
  const opening = openingOf(plannedMs, cadence, openedAt);
  const after = (ms: number) => instantIn(zone, opening + ms);
  return {
    round: roundId(ref),
    period: periodOf(ref),
    cutoff: cutoffOf(ref, defaultCadence),
    opensAt: after(0),
    answerBy: after(cadence.answerByMs),
    closesAt: after(cadence.closesMs),
    provisional: false,
    ladder: briskLadder(opening, cadence, zone),
  };
}

/** Planned opening of a round of a brisk campaign whose first round opens at `startsAt`, epoch ms. */
export function briskOpening(number: number, startsAt: number, cadence: BriskCadence): number {
  return startsAt + (number - 1) * cadence.everyMs;
}

/** `startsAt` of a brisk campaign whose round `number` opens at `openedAt`: what comes later is then planned from here. */
export function briskStart(number: number, openedAt: number, cadence: BriskCadence): number {
  return openedAt - (number - 1) * cadence.everyMs;
}

/** Milliseconds of a step from its round's opening. */
export function briskOffset(kind: StepKind, cadence: BriskCadence): number {
  switch (kind) {
    case 'opening':
      return 0;
    case 'reminder':
      return cadence.reminderMs;
    case 'calls':
      return cadence.callsMs;
    case 'overdue':
      return cadence.overdueMs;
    case 'second-overdue':
      return cadence.secondOverdueMs;
    case 'escalation':
      return cadence.escalationMs;
  }
}

/** A clock that is late by less than the settle time has opened the round as planned. */
function openingOf(plannedMs: number, cadence: BriskCadence, openedAt: number | string | undefined): number {
  if (openedAt === undefined) return plannedMs;
  const lateMs = msOf(openedAt) - plannedMs;
  return lateMs >= 0 && lateMs <= cadence.settleMs ? plannedMs : msOf(openedAt);
}

function briskLadder(opening: number, cadence: BriskCadence, zone: string): readonly Step[] {
  const kinds: readonly StepKind[] = ['opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation'];
  return inOrder(kinds.map((kind) => stepAt(kind, instantIn(zone, opening + briskOffset(kind, cadence)))));
}
