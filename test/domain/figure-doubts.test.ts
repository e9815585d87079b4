import { describe, expect, it } from '@jest/globals';
import { figureDoubt } from '../../domain/figure-doubts.js';

const batches = { kind: 'cumulative', unit: '批次', value: 1800 } as const;
const share = { kind: 'ratio', unit: '%', value: 95 } as const;
const stock = { kind: 'stock', unit: '家', value: 10 } as const;

describe('a figure', () => {
  it.each([
    ['falls below the last', batches, 900, 899, '累计899批次，小于上期900批次'],
    ['leaps over threefold', batches, 300, 901, '累计901批次，超过上期300批次的3倍'],
    ['passes its target', batches, 900, 1801, '累计1801批次，超过年度目标1800批次，完成率超过100%'],
    ['passes its target at first', batches, undefined, 2000, '超过年度目标1800批次'],
    ['leaps and passes', batches, 100, 2000, '的3倍，累计2000批次，超过年度目标'],
    ['is a percentage over 100', share, 90, 101, '101%，超过100%'],
  ])('that %s is asked once more', (_what, target, last, value, doubt) => {
    expect(figureDoubt(target, last, value)).toContain(doubt);
  });

  it.each([
    ['is threefold', batches, 300, 900],
    ['reaches its target', batches, 1700, 1800],
    ['stays', batches, 900, 900],
    ['stays above its target', batches, 1900, 1900],
    ['grows above its target', batches, 1900, 1950],
    ['is the first', batches, undefined, 5],
    ['leaps from nothing', batches, 0, 50],
    ['falls and is a stock', stock, 9, 3],
    ['falls and is a ratio', share, 90, 80],
  ])('that %s is taken', (_what, target, last, value) => {
    expect(figureDoubt(target, last, value)).toBeUndefined();
  });
});
