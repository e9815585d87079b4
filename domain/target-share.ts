import type { Target } from './register.js';

const dayMs = 86_400_000;

/** Whether a value meets a target, or one of its milestones when `wanted` is given. Lower is better for `reduce` and a hold at zero. */
export function reached(target: Target, value: number, wanted = target.value): boolean {
  const falling = target.kind === 'reduce' || (target.kind === 'hold' && target.value === 0);
  return falling ? value <= wanted : value >= wanted;
}

/**
 * The share of a target that a value stands for, 1 = all of it: from its baseline for `reduce` and for a `stock`
 * that has one, from nothing otherwise. Undefined where a reduction has no baseline.
 */
export function shareOf(target: Target, value: number): number | undefined {
  if (target.kind === 'reduce' && target.baseline === undefined) return undefined;
  const from = target.kind === 'reduce' || target.kind === 'stock' ? (target.baseline ?? 0) : 0;
  const way = target.value - from;
  const met = reached(target, value);
  if (way === 0 || (target.kind === 'stock' && way < 0)) return met ? 1 : 0;
  return (value - from) / way;
}

/** Calendar days of the year up to `cutoff`, as a share of those up to `last`; at most 1. ISO dates. */
export function dayShare(cutoff: string, last: string): number {
  const start = Date.parse(`${last.slice(0, 4)}-01-01T00:00:00Z`);
  const days = (date: string) => (Date.parse(`${date}T00:00:00Z`) - start) / dayMs + 1;
  return Math.max(0, Math.min(1, days(cutoff) / days(last)));
}

/** A share in tenths of a percent as printed; what is not all stays below 100.0. */
export function printedTenths(share: number): number {
  const tenths = Math.round(share * 1000);
  return share < 1 ? Math.min(tenths, 999) : tenths;
}
