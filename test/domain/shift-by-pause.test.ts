import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readHolidays } from '../../config/holidays.js';
import { briskCadence, defaultCadence } from '../../domain/cadence.js';
import { isLetterDay } from '../../domain/letter-days.js';
import { planRound } from '../../domain/round-plan.js';
import { shiftByPause, workdaysPaused } from '../../domain/shift-by-pause.js';

const calendar = { cadence: defaultCadence, zone: 'Asia/Shanghai', holidays: readHolidays() };
const plan = planRound({ ...calendar, year: 2026, number: 4 });
const pause = (from: string, to: string) => ({
  pausedAt: `2026-08-${from}:00+08:00`,
  resumedAt: `2026-08-${to}:00+08:00`,
});
const shown = (from: string, to: string) => {
  const shifted = shiftByPause(plan, pause(from, to), calendar);
  return [...shifted.ladder.map(({ at }) => at), shifted.answerBy, shifted.closesAt].map((at) => at.slice(5, 16));
};

describe('workdays paused', () => {
  it.each([
    ['24T10:00', '26T10:00', 2],
    ['24T08:00', '24T12:00', 1],
    ['24T10:00', '24T15:00', 0],
    ['21T18:00', '24T09:00', 0],
    ['17T00:00', '24T00:00', 5],
  ])('from %s to %s are %s', (from, to, days) => {
    expect(workdaysPaused(pause(from, to), calendar)).toBe(days);
  });
});

describe('a resumed round', () => {
  it('shifts what was due by the workdays paused', () => {
    expect(shown('19T10:00', '21T10:00')).toEqual([
      '08-11T09:30',
      '08-24T09:30',
      '08-27T14:00',
      '08-28T09:30',
      '09-01T09:30',
      '09-03T09:30',
      '08-27T17:00',
      '09-04T17:00',
    ]);
  });

  it('leaves what was past before the pause', () => {
    const days = shown('25T18:00', '27T18:00');
    expect(days.slice(0, 3)).toEqual(['08-11T09:30', '08-20T09:30', '08-25T14:00']);
    expect(days.slice(3)).toEqual(['08-28T09:30', '09-01T09:30', '09-03T09:30', '08-25T17:00', '09-04T17:00']);
  });

  it('a weekend pause moves nothing', () => {
    expect(shiftByPause(plan, pause('21T18:00', '24T09:00'), calendar)).toEqual(plan);
  });

  it('a brisk round shifts by milliseconds', () => {
    const startsAt = Date.parse('2026-11-03T10:00:00+08:00');
    const brisk = { ...calendar, cadence: briskCadence };
    const before = planRound({ ...brisk, year: 2026, number: 1, startsAt });
    const after = shiftByPause(before, { pausedAt: startsAt + 40_000, resumedAt: startsAt + 47_500 }, brisk);
    expect(after.ladder.map(({ at }) => Date.parse(at) - startsAt)).toEqual([
      0, 30_000, 52_500, 63_500, 75_500, 87_500,
    ]);
    expect(Date.parse(after.closesAt) - Date.parse(before.closesAt)).toBe(7_500);
  });

  it('refuses a resumption before the pause', () => {
    expect(() => shiftByPause(plan, pause('21T18:00', '20T18:00'), calendar)).toThrow(/早于暂停时刻/);
  });

  it('no frozen letter is due before the resumption, all on allowed days', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 40 * 24 * 60 }), fc.integer({ min: 0, max: 20 * 24 * 60 }));
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 4, 5, 6), span, (number, [start, length]) => {
        const round = planRound({ ...calendar, year: 2026, number });
        const pausedAt = Date.parse(round.opensAt) + start * 60_000;
        const resumedAt = pausedAt + length * 60_000;
        const shifted = shiftByPause(round, { pausedAt, resumedAt }, calendar);
        const frozen = round.ladder.filter((step) => Date.parse(step.at) >= pausedAt).map((step) => step.kind);
        const letters = shifted.ladder.filter((step) => step.kind !== 'calls');
        for (const letter of letters) {
          expect(isLetterDay(letter.at.slice(0, 10), calendar)).toBe(true);
          expect(Date.parse(shifted.closesAt)).toBeGreaterThan(Date.parse(letter.at));
        }
        for (const letter of letters.filter((step) => frozen.includes(step.kind))) {
          expect(Date.parse(letter.at)).toBeGreaterThanOrEqual(resumedAt);
        }
      }),
      { numRuns: 150 },
    );
  });
});
