import type { Target } from './register.js';

/** A day by which a target wants a value. */
export interface DueDay {
  /** ISO date. */
  readonly on: string;
  readonly value: number;
}

/** A target's milestones and its own last day, soonest first. */
export function dueDays(target: Target, year: number): readonly DueDay[] {
  const own = { by: target.by, value: target.value };
  return [...(target.milestones ?? []), own]
    .map(({ by, value }) => ({ on: `${year}-${by}`, value }))
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}
