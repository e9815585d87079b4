import { describe, expect, it } from '@jest/globals';
import { readHolidays } from '../../config/holidays.js';
import { defaultCadence, type RoundPlan, type StepKind } from '../../domain/cadence.js';
import { planYear } from '../../domain/round-plan.js';

const holidays = readHolidays();
const plans = (year: number, zone = 'Asia/Shanghai') => planYear({ year, cadence: defaultCadence, zone, holidays });
const days = (plan: RoundPlan, ...kinds: StepKind[]) =>
  kinds.map((kind) => plan.ladder.find((step) => step.kind === kind)?.at.slice(5, 16));
const row = (plan: RoundPlan) => [
  plan.round,
  plan.cutoff.slice(5),
  ...days(plan, 'opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation'),
  plan.answerBy.slice(5, 16),
  plan.closesAt.slice(5, 16),
];

/**
 * Worked out by hand from the calendar on the wall. Holidays that matter: 15–23 Feb (nine days: 3 Mar is the 6th plain
 * workday after it; 28 Feb is a make-up Saturday and does not count), 1–5 May, 19–21 June, 1–7 Oct.
 * In round 2 the second overdue letter is due on 30 April, the eve of 1–5 May, and goes on 6 May; the escalation, due on
 * 7 May, would follow one workday later and goes on 8 May. Nothing else of the year is moved.
 */
// prettier-ignore
const wall2026 = [
  // round    cutoff   opening        reminder       calls          overdue        second         escalation     answerBy       closesAt
  ['2026-1', '02-20', '02-09T09:30', '02-26T09:30', '03-03T14:00', '03-04T09:30', '03-06T09:30', '03-10T09:30', '03-03T17:00', '03-11T17:00'],
  ['2026-2', '04-20', '04-13T09:30', '04-22T09:30', '04-27T14:00', '04-28T09:30', '05-06T09:30', '05-08T09:30', '04-27T17:00', '05-08T17:00'],
  ['2026-3', '06-20', '06-10T09:30', '06-22T09:30', '06-25T14:00', '06-26T09:30', '06-30T09:30', '07-02T09:30', '06-25T17:00', '07-03T17:00'],
  ['2026-4', '08-20', '08-11T09:30', '08-20T09:30', '08-25T14:00', '08-26T09:30', '08-28T09:30', '09-01T09:30', '08-25T17:00', '09-02T17:00'],
  ['2026-5', '10-20', '10-12T09:30', '10-21T09:30', '10-26T14:00', '10-27T09:30', '10-29T09:30', '11-02T09:30', '10-26T17:00', '11-03T17:00'],
  ['2026-6', '12-10', '12-01T09:30', '12-10T09:30', '12-15T14:00', '12-16T09:30', '12-18T09:30', '12-22T09:30', '12-15T17:00', '12-23T17:00'],
];

describe('the year 2026', () => {
  it.each(wall2026.map((expected, index) => [expected[0] ?? '', index, expected] as const))(
    'round %s stands as on the wall',
    (_, index, expected) => {
      const plan = plans(2026)[index];
      expect(plan && row(plan)).toEqual(expected);
    },
  );

  it('names periods and openings', () => {
    expect(plans(2026).map((plan) => plan.period)).toEqual(
      ['01/02', '03/04', '05/06', '07/08', '09/10', '11/12'].map((months) => `2026-${months.replace('/', '/2026-')}`),
    );
    for (const plan of plans(2026)) expect(plan.ladder[0]).toMatchObject({ kind: 'opening', at: plan.opensAt });
  });

  it('writes to those the design names', () => {
    const addressees = plans(2026)[3]?.ladder.map(({ kind, to, cc }) => [kind, to.join(' '), cc.join(' ')]);
    expect(addressees).toEqual([
      ['opening', 'liaisons', ''],
      ['reminder', 'liaisons', ''],
      ['calls', 'coordinators', ''],
      ['overdue', 'liaisons', 'section'],
      ['second-overdue', 'liaisons office', 'section'],
      ['escalation', 'head', 'liaisons'],
    ]);
  });

  it('is not provisional', () => {
    expect(plans(2026).some((plan) => plan.provisional)).toBe(false);
  });
});

describe('other years', () => {
  it('gives the days after a long Spring Festival', () => {
    expect(plans(2024)[0]?.answerBy).toBe('2024-02-26T17:00:00+08:00');
    expect(plans(2025)[0]?.answerBy).toBe('2025-02-25T17:00:00+08:00');
  });

  it('uses fixed days without data', () => {
    const year = plans(2027);
    expect(year.every((plan) => plan.provisional)).toBe(true);
    expect(year.map((plan) => plan.answerBy.slice(5, 10))).toEqual([
      '02-25',
      '04-26',
      '06-25',
      '08-25',
      '10-25',
      '12-15',
    ]);
  });

  it('prints the offset of the season', () => {
    const berlin = plans(2026, 'Europe/Berlin');
    expect(berlin[0]?.opensAt).toBe('2026-02-09T09:30:00+01:00');
    expect(berlin[1]?.opensAt).toBe('2026-04-13T09:30:00+02:00');
    expect(plans(2026, 'UTC')[0]?.opensAt).toBe('2026-02-09T09:30:00+00:00');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => plans(2026, 'Mars/Olympus')).toThrow(/Mars\/Olympus/);
  });
});
