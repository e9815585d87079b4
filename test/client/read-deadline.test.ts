import { describe, expect, it } from '@jest/globals';
import { readDeadline } from '../../client/read-deadline.js';
import { wordsIn } from '../../client/words.js';

const words = wordsIn('zh');
const at = (now: string, zone = 'Asia/Shanghai') => ({ zone, now: new Date(now), words });
const april = at('2026-04-20T02:00:00Z');

describe('dates on the command line', () => {
  it.each([
    ['2026-04-30', '2026-04-30T17:00:00+08:00'],
    ['2026/4/30', '2026-04-30T17:00:00+08:00'],
    ['4月30日', '2026-04-30T17:00:00+08:00'],
    ['2026年4月30日', '2026-04-30T17:00:00+08:00'],
    ['04-30', '2026-04-30T17:00:00+08:00'],
    ['４月３０日', '2026-04-30T17:00:00+08:00'],
    ['2026-04-30 12:00', '2026-04-30T12:00:00+08:00'],
    ['4月30日 9:30', '2026-04-30T09:30:00+08:00'],
    ['2026-04-30T12:00', '2026-04-30T12:00:00+08:00'],
    ['2026-04-30T12:00:05Z', '2026-04-30T20:00:05+08:00'],
  ])('%s is an instant in the zone of the campaign', (given, expected) => {
    expect(readDeadline(given, april)).toBe(expected);
  });

  it('ends at 17:00 wherever the campaign is', () => {
    expect(readDeadline('04-30', at('2026-04-20T02:00:00Z', 'Europe/Berlin'))).toBe('2026-04-30T17:00:00+02:00');
  });

  it('means the coming January when said in December', () => {
    expect(readDeadline('01-15', at('2026-12-20T02:00:00Z'))).toBe('2027-01-15T17:00:00+08:00');
  });

  it.each(['2026-02-30', '13-01', '明天', '', '30', '2026-04-30 25:00', '2026-04-30 12:75', '4月31日', 'x 2026-04-30'])(
    '“%s” is refused',
    (given) => {
      expect(() => readDeadline(given, april)).toThrow(/不是日期/);
    },
  );
});
