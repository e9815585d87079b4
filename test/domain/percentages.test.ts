import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { percentages } from '../../domain/percentages.js';

const tenthsOf = (shares: readonly string[]) => shares.reduce((sum, share) => sum + Math.round(Number(share) * 10), 0);

describe('percentages', () => {
  it.each([
    { counts: [1, 1, 1], shares: ['33.4', '33.3', '33.3'] },
    { counts: [1, 2], shares: ['33.3', '66.7'] },
    { counts: [62, 10, 34], shares: ['58.5', '9.4', '32.1'] },
    { counts: [0, 5, 0], shares: ['0.0', '100.0', '0.0'] },
    { counts: [1, 1, 1, 1, 1, 1], shares: ['16.7', '16.7', '16.7', '16.7', '16.6', '16.6'] },
  ])('of $counts are $shares', ({ counts, shares }) => {
    expect(percentages(counts)).toEqual(shares);
  });

  it.each([{ counts: [] }, { counts: [0, 0] }])('of nothing ($counts) are none', ({ counts }) => {
    expect(percentages(counts)).toBeUndefined();
  });

  const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }).filter((list) => list.some((n) => n > 0));

  it('sum to exactly 100.0', () => {
    fc.assert(fc.property(counts, (list) => expect(tenthsOf(percentages(list) ?? [])).toBe(1000)));
  });

  it('stay within a tenth of the true share', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const total = list.reduce((sum, n) => sum + n, 0);
        for (const [index, share] of (percentages(list) ?? []).entries()) {
          expect(Math.abs(Number(share) - ((list[index] ?? 0) * 100) / total)).toBeLessThan(0.1 + 1e-9);
        }
      }),
    );
  });
});
