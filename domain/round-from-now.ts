import type { RoundPlan } from './cadence.js';
import { LateRoundRefused } from './late-round-refused.js';
import { planRound, type RoundRequest } from './round-plan.js';
import { msOf } from './zone-time.js';

/** How a round is held when its campaign begins at `now` (epoch ms): as planned, opened late, or undefined for not any more. */
export function roundFromNow(request: Omit<RoundRequest, 'openedAt'>, now: number): RoundPlan | undefined {
  const plan = planRound(request);
  if (msOf(plan.opensAt) >= now) return plan;
  try {
    return planRound({ ...request, openedAt: now });
  } catch (error) {
    if (error instanceof LateRoundRefused) return undefined;
    throw error;
  }
}
