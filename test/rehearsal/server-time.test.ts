import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { afterWork, toRehearsed, toServer } from '../../worker/in-time/server-time.js';

const minute = 60_000;
const minutes = fc
  .integer({ min: Date.UTC(2000, 0, 1) / minute, max: Date.UTC(2100, 0, 1) / minute })
  .map((count) => count * minute);

describe('the time of a rehearsed year', () => {
  it('is the same minute all through the work of a minute', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 8 * minute - 1 }), (at, late) => {
        expect(toRehearsed(toServer(at) + late)).toBe(at);
      }),
    );
  });

  it('leaves four minutes for what a minute sets in motion', () => {
    fc.assert(
      fc.property(minutes, (at) => {
        expect(afterWork(at) - toServer(at)).toBe(4 * minute);
        expect(toServer(at + minute) - afterWork(at)).toBe(4 * minute);
      }),
    );
  });

  it.each([2026, 2027, 2040])('lies ahead of today for the year %i', (year) => {
    expect(toServer(Date.UTC(year, 0, 1))).toBeGreaterThan(Date.now());
  });
});
