import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readHolidays } from '../../config/holidays.js';
import { briskCadence, defaultCadence, type RoundPlan, type Step, type StepKind } from '../../domain/cadence.js';
import { lateLadder } from '../../domain/late-ladder.js';
import { isLetterDay } from '../../domain/letter-days.js';
import { replanLadder } from '../../domain/replan-ladder.js';
import { planYear } from '../../domain/round-plan.js';

const calendar = { cadence: defaultCadence, zone: 'Asia/Shanghai', holidays: readHolidays() };
const brisk = { ...calendar, cadence: briskCadence };
const startsAt = Date.parse('2026-11-03T10:00:00+08:00');
const plans = planYear({ ...calendar, year: 2026 });
const briskPlans = planYear({ ...brisk, year: 2026, startsAt });

function planOf(number: number, from: readonly RoundPlan[] = plans): RoundPlan {
  const plan = from[number - 1];
  if (plan === undefined) throw new Error(`no round ${number}`);
  return plan;
}
const sinceStart = (ms: number) => new Date(startsAt + ms).toISOString();
const rest = (plan: RoundPlan, ...taken: StepKind[]) => ({
  ...plan,
  ladder: plan.ladder.filter((step) => !taken.includes(step.kind)),
});
const shown = (ladder: readonly Step[]) => ladder.map(({ kind, at }) => `${kind} ${at.slice(5, 16)}`);
const late = (plan: RoundPlan, now: string, ...taken: StepKind[]) =>
  shown(lateLadder({ ...rest(plan, ...taken), now }, calendar));

/** Round 4: reminder 20 Aug, answerBy 25 Aug, overdue 26 and 28 Aug, escalation 1 Sep, closing 2 Sep. */
describe('after an outage', () => {
  it.each([
    [
      'before any step is due nothing moves',
      '2026-08-19T10:00:00+08:00',
      [
        'reminder 08-20T09:30',
        'calls 08-25T14:00',
        'overdue 08-26T09:30',
        'second-overdue 08-28T09:30',
        'escalation 09-01T09:30',
      ],
    ],
    [
      'a reminder still leaves on its day',
      '2026-08-20T11:07:00+08:00',
      [
        'reminder 08-20T11:10',
        'calls 08-25T14:00',
        'overdue 08-26T09:30',
        'second-overdue 08-28T09:30',
        'escalation 09-01T09:30',
      ],
    ],
    [
      'a reminder of yesterday is dropped',
      '2026-08-21T08:00:00+08:00',
      ['calls 08-25T14:00', 'overdue 08-26T09:30', 'second-overdue 08-28T09:30', 'escalation 09-01T09:30'],
    ],
    [
      'over answerBy the overdue notice goes first',
      '2026-08-26T10:01:00+08:00',
      ['overdue 08-26T10:05', 'second-overdue 08-28T09:30', 'escalation 09-01T09:30'],
    ],
    [
      'later steps keep their distance and what passes closing is left out',
      '2026-08-28T10:00:00+08:00',
      ['overdue 08-28T10:00', 'second-overdue 09-01T09:30'],
    ],
    ['past closing nothing is left', '2026-09-03T10:00:00+08:00', []],
  ])('%s', (_, now, expected) => {
    expect(late(planOf(4), now, 'opening')).toEqual(expected);
  });

  it('letters wait for the next allowed time', () => {
    expect(late(planOf(4), '2026-08-26T18:00:00+08:00', 'opening')[0]).toBe('overdue 08-27T09:30');
    expect(late(planOf(2), '2026-04-30T10:00:00+08:00', 'opening')[0]).toBe('overdue 05-06T09:30');
  });

  it('tasks that wake apart meet on one instant', () => {
    const first = late(planOf(4), '2026-08-26T10:01:12+08:00', 'opening');
    expect(late(planOf(4), '2026-08-26T10:04:59+08:00', 'opening')).toEqual(first);
  });

  it('a second overdue step is the first when the first has gone', () => {
    expect(late(planOf(4), '2026-08-31T10:00:00+08:00', 'opening', 'reminder', 'calls', 'overdue')).toEqual([
      'second-overdue 08-31T10:00',
      'escalation 09-02T09:30',
    ]);
  });

  it('brisk steps keep their milliseconds', () => {
    const plan = planOf(1, briskPlans);
    const ladder = lateLadder({ ...rest(plan, 'opening'), now: startsAt + 70_500 }, brisk);
    expect(ladder.map(({ kind, at }) => [kind, Date.parse(at) - startsAt])).toEqual([
      ['overdue', 72_000],
      ['second-overdue', 84_000],
      ['escalation', 96_000],
    ]);
  });

  it('never plans before now nor from closing on', () => {
    const instants = fc.integer({
      min: Date.parse('2026-01-20T00:00:00Z'),
      max: Date.parse('2026-12-31T00:00:00Z'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), instants, (number, now) => {
        const plan = planOf(number);
        const ladder = lateLadder({ ...rest(plan, 'opening'), now }, calendar);
        for (const step of ladder) expect(Date.parse(step.at)).toBeGreaterThanOrEqual(now);
        for (const letter of ladder.filter((step) => step.kind !== 'calls')) {
          expect(Date.parse(letter.at)).toBeLessThan(Date.parse(plan.closesAt));
          expect(isLetterDay(letter.at.slice(0, 10), calendar)).toBe(true);
        }
        expect(lateLadder({ ...plan, ladder, now }, calendar)).toEqual(ladder);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a new deadline', () => {
  const deadline = {
    answerBy: '2026-08-28T17:00:00+08:00',
    closesAt: '2026-09-02T17:00:00+08:00',
    now: '2026-08-24T10:20:00+08:00',
  };

  it('an extension moves what follows it, up to closing', () => {
    expect(shown(replanLadder({ ...deadline, withOpening: false }, calendar))).toEqual([
      'reminder 08-25T09:30',
      'calls 08-28T14:00',
      'overdue 08-31T09:30',
      'second-overdue 09-02T09:30',
    ]);
  });

  it('a new lead is asked first', () => {
    expect(shown(replanLadder({ ...deadline, withOpening: true }, calendar)).slice(0, 2)).toEqual([
      'opening 08-24T10:20',
      'reminder 08-26T09:30',
    ]);
  });

  it('brisk counts back from answerBy', () => {
    const ladder = replanLadder(
      { answerBy: sinceStart(60_000), closesAt: sinceStart(105_000), now: sinceStart(42_000), withOpening: true },
      brisk,
    );
    expect(ladder.map((step) => [step.kind, Date.parse(step.at) - startsAt])).toEqual([
      ['opening', 42_000],
      ['calls', 55_000],
      ['overdue', 66_000],
      ['second-overdue', 78_000],
      ['escalation', 90_000],
    ]);
  });
});
