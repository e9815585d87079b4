import { describe, expect, it } from '@jest/globals';
import { workingHours } from '../../bin/rehearsal/working-hours.js';
import { readHolidays } from '../../config/holidays.js';
import { instantIn } from '../../domain/zone-time.js';

const zone = 'Asia/Shanghai';
const atWork = workingHours(zone, readHolidays());
const wall = (at: string, by: string) => instantIn(zone, atWork(Date.parse(at), Date.parse(by))).slice(0, 16);

describe('when simulated people sit down to their letters', () => {
  it.each([
    ['in the night', '2026-06-10T03:00:00+08:00', '2026-06-10T10:00'],
    ['at that very time', '2026-06-10T10:00:00+08:00', '2026-06-10T10:00'],
    ['in the afternoon', '2026-06-10T14:00:00+08:00', '2026-06-11T10:00'],
    ['on a Friday afternoon', '2026-06-12T14:00:00+08:00', '2026-06-15T10:00'],
    ['on a Saturday', '2026-06-13T12:00:00+08:00', '2026-06-15T10:00'],
    ['in a long holiday', '2026-10-03T12:00:00+08:00', '2026-10-08T10:00'],
  ])('is after what comes %s', (_when, at, expected) => {
    expect(wall(at, '2026-12-31T17:00:00+08:00')).toBe(expected);
  });

  it('is before the deadline for what was in time', () => {
    expect(wall('2026-06-10T14:00:00+08:00', '2026-06-10T17:00:00+08:00')).toBe('2026-06-10T16:59');
    expect(wall('2026-06-13T12:00:00+08:00', '2026-06-15T09:00:00+08:00')).toBe('2026-06-15T08:59');
    expect(wall('2026-06-12T09:00:00+08:00', '2026-06-12T17:00:00+08:00')).toBe('2026-06-12T10:00');
  });
});
