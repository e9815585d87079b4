import { z } from 'zod';
import { briskCadence, defaultCadence, type BriskCadence, type CalendarCadence } from '../../domain/cadence.js';

const day = z.int().min(1).max(28);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const workdays = z.int().min(0).max(30);
const secondsAsMs = z
  .number()
  .positive()
  .transform((seconds) => Math.round(seconds * 1000));

/** A calendar cadence; what it leaves out is as in the default cadence. */
export const calendarCadenceSchema = z
  .strictObject({
    kind: z.literal('calendar').default('calendar'),
    cutoffDay: day.default(defaultCadence.cutoffDay),
    decemberCutoffDay: day.default(defaultCadence.decemberCutoffDay),
    answerByDay: day.default(defaultCadence.answerByDay),
    decemberAnswerByDay: day.default(defaultCadence.decemberAnswerByDay),
    answerAt: time.default(defaultCadence.answerAt),
    lettersAt: time.default(defaultCadence.lettersAt),
    lettersUntil: time.default(defaultCadence.lettersUntil),
    callsAt: time.default(defaultCadence.callsAt),
    openingBefore: workdays.default(defaultCadence.openingBefore),
    reminderBefore: workdays.default(defaultCadence.reminderBefore),
    overdueAfter: workdays.default(defaultCadence.overdueAfter),
    secondOverdueAfter: workdays.default(defaultCadence.secondOverdueAfter),
    escalationAfter: workdays.default(defaultCadence.escalationAfter),
    closesAfter: workdays.default(defaultCadence.closesAfter),
    settleMs: z.int().min(0).default(defaultCadence.settleMs),
  })
  .transform((read): CalendarCadence => ({ ...read, kind: 'calendar' }));

/** A brisk cadence, written in seconds; what it leaves out is as in the demo's. */
export const briskCadenceSchema = z
  .strictObject({
    kind: z.literal('brisk'),
    everySeconds: secondsAsMs.default(briskCadence.everyMs),
    reminderSeconds: secondsAsMs.default(briskCadence.reminderMs),
    answerBySeconds: secondsAsMs.default(briskCadence.answerByMs),
    callsSeconds: secondsAsMs.default(briskCadence.callsMs),
    overdueSeconds: secondsAsMs.default(briskCadence.overdueMs),
    secondOverdueSeconds: secondsAsMs.default(briskCadence.secondOverdueMs),
    escalationSeconds: secondsAsMs.default(briskCadence.escalationMs),
    closesSeconds: secondsAsMs.default(briskCadence.closesMs),
    settleSeconds: secondsAsMs.default(briskCadence.settleMs),
    workdaySeconds: secondsAsMs.default(briskCadence.workdayMs),
  })
  .transform((read): BriskCadence => ({
    kind: 'brisk',
    everyMs: read.everySeconds,
    reminderMs: read.reminderSeconds,
    answerByMs: read.answerBySeconds,
    callsMs: read.callsSeconds,
    overdueMs: read.overdueSeconds,
    secondOverdueMs: read.secondOverdueSeconds,
    escalationMs: read.escalationSeconds,
    closesMs: read.closesSeconds,
    settleMs: read.settleSeconds,
    workdayMs: read.workdaySeconds,
  }));
