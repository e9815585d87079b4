import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { readHolidays } from '../../config/holidays.js';
import { defaultCadence, type HolidayData, type QuietDays, type RoundPlan } from '../../domain/cadence.js';
import { nextOpening, planYear } from '../../domain/round-plan.js';

const published = readHolidays();
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'UTC',
];

/** The rules said a second time, in the plainest way, to judge the plan by. */
function isWorked(day: DateTime, holidays: HolidayData): boolean {
  const date = day.toFormat('yyyy-MM-dd');
  if (holidays.off[date] !== undefined) return false;
  if (holidays.work[date] !== undefined) return true;
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].includes(day.toFormat('MM-dd'));
  return day.weekday <= 5 && (holidays.years.includes(day.year) || !fixed);
}
const isPlain = (day: DateTime, holidays: HolidayData) => day.weekday <= 5 && isWorked(day, holidays);
function isEve(day: DateTime, holidays: HolidayData): boolean {
  return isWorked(day, holidays) && [1, 2, 3].every((days) => !isWorked(day.plus({ days }), holidays));
}
function plainBetween(from: DateTime, to: DateTime, holidays: HolidayData): number {
  let count = 0;
  for (let day = from.startOf('day').plus({ days: 1 }); day <= to.startOf('day'); day = day.plus({ days: 1 })) {
    if (isPlain(day, holidays)) count += 1;
  }
  return count;
}

const someYear = fc.record({
  year: fc.integer({ min: 2024, max: 2040 }),
  zone: fc.constantFrom(...zones),
  holidays: fc.constantFrom(published, { years: [], off: {}, work: {} }),
});
const someQuiet: fc.Arbitrary<QuietDays[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 6 }))
    .map(([month, day, days]) => {
      const from = DateTime.utc(2026, month, day);
      return { from: from.toFormat('yyyy-MM-dd'), to: from.plus({ days }).toFormat('yyyy-MM-dd') };
    }),
  { maxLength: 5 },
);

function judge(plan: RoundPlan, zone: string, holidays: HolidayData, quietDays: readonly QuietDays[] = []): void {
  const local = (iso: string) => DateTime.fromISO(iso, { zone });
  const letters = plan.ladder.filter((step) => step.kind !== 'calls');
  for (const { at } of letters) {
    const day = local(at);
    const time = day.toFormat('HH:mm');
    expect(isPlain(day, holidays)).toBe(true);
    expect(isEve(day, holidays)).toBe(false);
    expect(time >= '09:30' && time <= '16:30').toBe(true);
    expect(
      quietDays.some(({ from, to }) => from <= day.toFormat('yyyy-MM-dd') && day.toFormat('yyyy-MM-dd') <= to),
    ).toBe(false);
    expect(day.toISO({ suppressMilliseconds: true })?.replace('Z', '+00:00')).toBe(at);
  }
  for (const [index, step] of letters.slice(1).entries()) {
    const before = letters[index];
    expect(before && plainBetween(local(before.at), local(step.at), holidays)).toBeGreaterThanOrEqual(2);
  }
  const kinds = ['opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation'];
  expect(plan.ladder.map((step) => step.kind)).toEqual(
    kinds.filter((kind) => kind !== 'reminder' || letters.some((step) => step.kind === kind)),
  );
  expect(isPlain(local(plan.answerBy), holidays)).toBe(true);
  expect(local(plan.answerBy).toFormat('HH:mm')).toBe('17:00');
  expect(plainBetween(local(plan.answerBy), local(plan.closesAt), holidays)).toBeGreaterThanOrEqual(6);
  for (const { at } of plan.ladder) expect(local(plan.closesAt) > local(at)).toBe(true);
}

describe('any year, any zone', () => {
  it('keeps every rule of the ladder', () => {
    fc.assert(
      fc.property(someYear, ({ year, zone, holidays }) => {
        const plans = planYear({ year, zone, holidays, cadence: defaultCadence });
        expect(plans).toHaveLength(6);
        for (const plan of plans) {
          judge(plan, zone, holidays);
          expect(plan.ladder).toHaveLength(6);
          expect(plan.provisional).toBe(!holidays.years.includes(year));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('closes each round before the next opens', () => {
    fc.assert(
      fc.property(someYear, (input) => {
        for (const [index, plan] of planYear({ ...input, cadence: defaultCadence }).entries()) {
          const next = nextOpening({ ...input, cadence: defaultCadence, number: index + 1 });
          expect(Date.parse(plan.closesAt)).toBeLessThan(Date.parse(next));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the rules around quiet days', () => {
    fc.assert(
      fc.property(someQuiet, fc.constantFrom(...zones), (quietDays, zone) => {
        const input = { year: 2026, zone, holidays: published, cadence: defaultCadence, quietDays };
        const plans = planYear(input);
        expect(plans).toHaveLength(6);
        for (const plan of plans) judge(plan, zone, published, quietDays);
      }),
      { numRuns: 30 },
    );
  });
});
