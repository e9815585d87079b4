import type { Target, TargetKind } from '../../domain/register.js';

const goals: Readonly<Record<TargetKind, string>> = {
  cumulative: '累计达到',
  stock: '达到',
  ratio: '达到',
  hold: '保持',
  reduce: '压缩至',
};

/** A target in words: 累计达到120个（12月10日前）. */
export function targetWords({ kind, value, unit, by }: Target): string {
  const [month, day] = by.split('-').map(Number);
  return `${goals[kind]}${value}${unit}（${month}月${day}日前）`;
}
