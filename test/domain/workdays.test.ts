import { describe, expect, it } from '@jest/globals';
import { readHolidays } from '../../config/holidays.js';
import { addWorkdays } from '../../domain/add-workdays.js';
import { briskCadence, defaultCadence } from '../../domain/cadence.js';
import {
  isHolidayEve,
  isPlainWorkday,
  isWorked,
  nthPlainWorkday,
  plainWorkdaysBetween,
  settleAfterLongHoliday,
} from '../../domain/workdays.js';

const holidays = readHolidays();
const nothingKnown = { years: [], off: {}, work: {} };
const calendar = { cadence: defaultCadence, zone: 'Asia/Shanghai', holidays };

describe('workdays', () => {
  it.each([
    ['2026-04-27', 'a Monday', true, true],
    ['2026-02-28', 'a make-up Saturday', true, false],
    ['2026-09-20', 'a make-up Sunday', true, false],
    ['2026-04-25', 'a Saturday', false, false],
    ['2026-02-17', 'the Spring Festival', false, false],
    ['2026-05-04', 'a Monday in the May holiday', false, false],
    ['2027-05-03', 'a May Monday of an unknown year', true, true],
    ['2028-05-01', 'the first of May of an unknown year', false, false],
    ['2030-10-03', 'the third of October of an unknown year', false, false],
    ['2030-10-04', 'the fourth of October of an unknown year', true, true],
  ])('%s, %s: worked %s, plain %s', (date, _, worked, plain) => {
    expect(isWorked(date, holidays)).toBe(worked);
    expect(isPlainWorkday(date, holidays)).toBe(plain);
  });

  it.each([
    ['2026-04-27', 0, '2026-04-27'],
    ['2026-04-27', 3, '2026-04-30'],
    ['2026-04-27', 4, '2026-05-06'],
    ['2026-03-03', -10, '2026-02-09'],
    ['2026-04-25', 0, '2026-04-27'],
    ['2026-04-25', 1, '2026-04-28'],
    ['2026-05-09', 1, '2026-05-12'],
    ['2026-05-02', 1, '2026-05-07'],
    ['2026-04-25', -1, '2026-04-24'],
  ])('%s and %s plain workdays is %s', (date, n, expected) => {
    expect(nthPlainWorkday(date, n, holidays)).toBe(expected);
  });

  it('counts plain workdays between two days', () => {
    expect(plainWorkdaysBetween('2026-04-30', '2026-05-06', holidays)).toBe(1);
    expect(plainWorkdaysBetween('2026-02-27', '2026-03-02', holidays)).toBe(1);
    expect(plainWorkdaysBetween('2026-04-28', '2026-04-28', holidays)).toBe(0);
  });

  it('stops when no workday can be found', () => {
    const off = Object.fromEntries(
      Array.from({ length: 900 }, (_, day) => [new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10), '假']),
    );
    expect(() => nthPlainWorkday('2026-01-01', 1, { ...nothingKnown, off })).toThrow(/2026-01-01/);
  });
});

describe('holidays', () => {
  it.each([
    ['2026-04-30', 'before five days', true],
    ['2026-06-18', 'before three days with a weekend', true],
    ['2026-09-24', 'before three days', true],
    ['2024-06-07', 'before a weekend and a Monday off', true],
    ['2026-02-13', 'a Friday before a make-up Saturday', false],
    ['2026-02-14', 'the make-up Saturday itself', true],
    ['2026-04-24', 'before an ordinary weekend', false],
    ['2024-12-31', 'before one day', false],
    ['2027-04-30', 'before 1–2 May on a weekend', false],
    ['2026-12-31', 'before 1 January on a Friday, unknown year', true],
  ])('%s, %s: an eve %s', (date, _, expected) => {
    expect(isHolidayEve(date, holidays)).toBe(expected);
  });

  it.each([
    ['2026-02-25', '2026-03-03', 'two days after nine days off'],
    ['2026-03-03', '2026-03-03', 'on the sixth'],
    ['2026-02-17', '2026-03-03', 'inside it'],
    ['2026-10-09', '2026-10-15', 'after seven days off, over a make-up Saturday'],
    ['2026-06-22', '2026-06-22', 'after three days off'],
    ['2026-04-25', '2026-04-27', 'an ordinary Saturday'],
  ])('%s settles on %s: %s', (date, expected) => {
    expect(settleAfterLongHoliday(date, 6, holidays)).toBe(expected);
  });
});

describe('deadlines in workdays', () => {
  it.each([
    ['2026-04-27T10:00:00+08:00', 3, '2026-04-30T17:00:00+08:00'],
    ['2026-04-27T23:59:00+08:00', 5, '2026-05-07T17:00:00+08:00'],
    ['2026-04-26T20:00:00Z', 1, '2026-04-28T17:00:00+08:00'],
    ['2026-05-02T10:00:00+08:00', 1, '2026-05-07T17:00:00+08:00'],
  ])('%s and %s workdays is %s', (from, n, expected) => {
    expect(addWorkdays(from, n, calendar)).toBe(expected);
    expect(addWorkdays(Date.parse(from), n, calendar)).toBe(expected);
  });

  it('a brisk workday is its milliseconds', () => {
    const from = '2026-05-02T10:00:00+08:00';
    expect(addWorkdays(from, 3, { ...calendar, cadence: briskCadence })).toBe('2026-05-02T10:00:15+08:00');
  });
});
