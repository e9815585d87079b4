import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { costLimits, dearest } from '../../bench/cost.js';
import { type RoundCost, walkRound } from '../../bench/cost/round-cost.js';
import { openStand, type Stand } from '../../bench/stand.js';
import { DefaultLogger, Runtime } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Twelve tasks of the sample on a real engine; the other ninety-four cost the same. */
describe('the history of a task in one round', () => {
  let stand: Stand;
  let cost: RoundCost;

  beforeAll(async () => {
    stand = await openStand();
    cost = await walkRound(stand, (register) => ({ ...register, tasks: register.tasks.slice(0, 12) }));
  }, 300_000);
  afterAll(() => stand.close());

  it('is that of answered tasks and of tasks that walked every step', () => {
    expect(cost.answered.length).toBeGreaterThan(0);
    expect(cost.missed.length).toBeGreaterThan(0);
    expect(cost.answered.length + cost.missed.length).toBe(12);
    expect(cost.walked).toEqual(['open', 'reminder', 'overdue', 'second-overdue', 'escalation', 'escalated', 'close']);
  });

  it('stays within 30 events when answered in time', () => {
    expect(dearest(cost.answered).events).toBeLessThanOrEqual(costLimits.answered.events);
  });

  it('stays within 5 KB when answered in time', () => {
    expect(dearest(cost.answered).bytes).toBeLessThanOrEqual(costLimits.answered.bytes);
  });

  it('stays within 60 events when missed with every step', () => {
    expect(dearest(cost.missed).events).toBeLessThanOrEqual(costLimits.missed.events);
  });
});
