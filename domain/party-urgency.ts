import type { PartyStatus } from './board.js';
import type { Standing } from './standing.js';

/** What keeps a coordinator awake weighs most. */
const weights: Readonly<Partial<Record<Standing, number>>> = {
  escalated: 1_000_000,
  overdue: 10_000,
  missed: 10_000,
  returned: 1_000,
  asked: 10,
};

/** Whether a task that stands so still needs somebody. */
export const isPressing = (standing: Standing): boolean => Object.hasOwn(weights, standing);

/** Orders departments: whoever needs attention first, the others as they are. */
export function byUrgency(one: PartyStatus, other: PartyStatus): number {
  return urgency(other) - urgency(one);
}

function urgency({ counts, troubles }: PartyStatus): number {
  const open = Object.entries(weights).reduce(
    (sum, [standing, weight]) => sum + weight * (counts[standing as Standing] ?? 0),
    0,
  );
  return open + troubles.length * 100;
}
