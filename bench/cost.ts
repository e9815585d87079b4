import { type Cost, type RoundCost, walkRound } from './cost/round-cost.js';
import { type Bench, type Line, rounded } from './line.js';
import { openStand } from './stand.js';

export const costLimits = { answered: { events: 30, bytes: 5 * 1024 }, missed: { events: 60 } } as const;

/** What a task-round costs in history: the dearest of its kind alone, and with its share of desk, round and intake. */
export const cost: Bench = {
  name: 'cost',
  run: async () => {
    const stand = await openStand();
    try {
      return linesOf(await walkRound(stand, (register) => register));
    } finally {
      await stand.close();
    }
  },
};

function linesOf({ answered, missed, started, share, intakeShare }: RoundCost): readonly Line[] {
  const [answer, silence] = [dearest(answered), dearest(missed)];
  const both = plus(share, intakeShare);
  const line = (
    measure: string,
    unit: 'events' | 'bytes',
    alone: Cost,
    shared: Cost,
    limit: number,
    runs: number,
  ): Line => ({
    bench: `cost.${measure}.${unit}`,
    ours: alone[unit],
    limit,
    ok: runs > 0 && alone[unit] <= limit,
    unit,
    runs,
    withShare: rounded(alone[unit] + shared[unit], 1),
    beforeFirstRound: started[unit],
  });
  return [
    line('answered', 'events', answer, both, costLimits.answered.events, answered.length),
    line('answered', 'bytes', answer, both, costLimits.answered.bytes, answered.length),
    line('missed', 'events', silence, share, costLimits.missed.events, missed.length),
  ];
}

export function dearest(costs: readonly Cost[]): Cost {
  return {
    events: Math.max(0, ...costs.map(({ events }) => events)),
    bytes: Math.max(0, ...costs.map(({ bytes }) => bytes)),
  };
}

function plus(one: Cost, other: Cost): Cost {
  return { events: one.events + other.events, bytes: one.bytes + other.bytes };
}
