import { type BriskCadence, briskCadence } from '../domain/cadence.js';

const hourMs = 3_600_000;

/** A brisk cadence in which nothing happens by itself for an hour, but for what a bench wants to happen. */
export function benchCadence(wanted: Partial<Omit<BriskCadence, 'kind'>> = {}): BriskCadence {
  return {
    ...briskCadence,
    everyMs: 12 * hourMs,
    reminderMs: hourMs,
    callsMs: 2 * hourMs,
    answerByMs: 3 * hourMs,
    overdueMs: 4 * hourMs,
    secondOverdueMs: 5 * hourMs,
    escalationMs: 6 * hourMs,
    closesMs: 7 * hourMs,
    // Nothing a slow machine does late counts as an outage.
    workdayMs: 120_000,
    ...wanted,
  };
}
