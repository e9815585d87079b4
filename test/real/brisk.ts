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
