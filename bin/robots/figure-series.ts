import { defaultCadence } from '../../domain/cadence.js';
import { cutoffOf } from '../../domain/calendar-plan.js';
import type { Target } from '../../domain/register.js';
import { parseRoundId } from '../../domain/round-id.js';
import { dayShare } from '../../domain/target-share.js';
import { randomFor } from './random.js';

/** How a task goes through the year. */
export type Course = 'steady' | 'behind' | 'falls' | 'stalls';

export interface Series {
  readonly seed: number;
  readonly task: number;
  readonly target: Target;
  readonly index: number;
}

/** Most tasks keep pace, a few lag all year, a few report less than last time or nothing new. */
export function courseOf(seed: number, task: number): Course {
  const dice = randomFor(seed, task, 'course')();
  if (dice < 0.14) return 'behind';
  if (dice < 0.2) return 'falls';
  return dice < 0.32 ? 'stalls' : 'steady';
}

/** The figure a department reports in a round: cumulative for the year, growing from round to round. */
export function figureOf(series: Series, round: string): number {
  const { year, number } = parseRoundId(round);
  let figure = startOf(series.target);
  for (let next = 1; next <= number; next += 1) figure = grown(series, figure, { year, number: next });
  return figure;
}

function grown({ seed, task, target, index }: Series, before: number, ref: { year: number; number: number }): number {
  const course = courseOf(seed, task);
  const random = randomFor(seed, task, index, ref.number);
  if (course === 'stalls' && ref.number % 2 === 0) return before;
  if (course === 'falls' && ref.number === 3 && target.kind === 'cumulative') return neat(target, before * 0.9);
  const due = dayShare(cutoffOf(ref, defaultCadence), `${ref.year}-${target.by}`);
  const pace = course === 'behind' ? 0.45 + random() * 0.25 : 0.97 + random() * 0.12;
  return Math.max(before, neat(target, valueAt(target, Math.min(1, due * pace))));
}

function startOf(target: Target): number {
  return target.kind === 'cumulative' ? 0 : neat(target, valueAt(target, 0));
}

/** Ratios and stocks do not begin the year at nothing. */
function valueAt({ kind, value, baseline }: Target, share: number): number {
  switch (kind) {
    case 'cumulative':
      return value * share;
    case 'stock':
    case 'reduce':
      return (baseline ?? value * 0.7) + (value - (baseline ?? value * 0.7)) * share;
    case 'ratio':
      return value * (0.86 + 0.14 * share);
    case 'hold':
      return value;
  }
}

function neat({ kind }: Target, value: number): number {
  return kind === 'ratio' ? Math.round(value * 10) / 10 : Math.round(value);
}
