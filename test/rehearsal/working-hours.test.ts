import { describe, expect, it } from '@jest/globals';
import { workingHours } from '../../bin/rehearsal/working-hours.js';
import { readHolidays } from '../../config/holidays.js';
import { instantIn } from '../../domain/zone-time.js';

const zone = 'Asia/Shanghai';
const atWork = workingHours(zone, readHolidays());
const wall = (at: string, by: string) => instantIn(zone, atWork(Date.parse(at), Date.parse(by))).slice(0, 16);

describe('the hours in which simulated people write', () => {
  it.each([
    ['in the night', '2026-06-10T03:00:00+08:00', '2026-06-10T09:35'],
    ['late in the evening', '2026-06-10T23:59:00+08:00', '2026-06-10T16:34'],
    ['on a Saturday', '2026-06-13T12:00:00+08:00', '2026-06-15T12:35'],
    ['in a long holiday', '2026-10-03T12:00:00+08:00', '2026-10-08T12:35'],
  ])('move what comes %s into a working day', (_when, at, expected) => {
    expect(wall(at, '2026-12-31T17:00:00+08:00')).toBe(expected);
  });

  it('keep what was in time before the deadline', () => {
    expect(wall('2026-06-13T12:00:00+08:00', '2026-06-15T09:00:00+08:00')).toBe('2026-06-15T08:59');
    expect(wall('2026-06-27T12:00:00+08:00', '2026-06-26T17:00:00+08:00')).toBe('2026-06-26T12:35');
  });
});
