import type { BriskCadence } from '../../domain/cadence.js';

type Steps = 'reminder' | 'calls' | 'answerBy' | 'overdue' | 'secondOverdue' | 'escalation' | 'closes';

/** One round whose steps are given in seconds from its opening; the next one would open in an hour. */
export function briskRound(steps: Readonly<Record<Steps | 'settle' | 'workday', number>>): BriskCadence {
  return {
    kind: 'brisk',
    everyMs: 3_600_000,
    reminderMs: 1_000 * steps.reminder,
    callsMs: 1_000 * steps.calls,
    answerByMs: 1_000 * steps.answerBy,
    overdueMs: 1_000 * steps.overdue,
    secondOverdueMs: 1_000 * steps.secondOverdue,
    escalationMs: 1_000 * steps.escalation,
    closesMs: 1_000 * steps.closes,
    settleMs: 1_000 * steps.settle,
    workdayMs: 1_000 * steps.workday,
  };
}

/** A round of a minute on two idle cores; on a slow machine of as much more as its worker took to come up. */
export function minuteRound(bootMs: number): BriskCadence {
  const slow = Math.min(3, Math.max(1, bootMs / 3_000));
  return briskRound({
    reminder: 18 * slow,
    calls: 26 * slow,
    answerBy: 32 * slow,
    overdue: 36 * slow,
    secondOverdue: 44 * slow,
    escalation: 50 * slow,
    closes: 54 * slow,
    settle: 1,
    workday: 15 * slow,
  });
}
