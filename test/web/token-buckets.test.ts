import { describe, expect, it } from '@jest/globals';
import { tokenBuckets } from '../../web/token-buckets.js';

describe('token buckets', () => {
  it('refill with time, up to their size', () => {
    const take = tokenBuckets({ capacity: 2, perSecond: 1 });
    expect([take('a', 0), take('a', 0), take('a', 0)]).toEqual([true, true, false]);
    expect(take('b', 0)).toBe(true);
    expect([take('a', 1_000), take('a', 1_000)]).toEqual([true, false]);
    expect([take('a', 90_000), take('a', 90_000), take('a', 90_000)]).toEqual([true, true, false]);
  });

  it('keep no more keys than they may', () => {
    const take = tokenBuckets({ capacity: 1, perSecond: 0 }, 2);
    take('a', 0);
    take('b', 0);
    take('c', 0);
    expect([take('c', 0), take('a', 0)]).toEqual([false, true]);
  });
});
