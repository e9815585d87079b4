import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LifeEvent, TaskLife } from '../../../domain/task-life/life.js';
import { hasEnded, newLife } from '../../../domain/task-life/life.js';
import { reduce } from '../../../domain/task-life/reduce.js';
import { refusal } from '../../../domain/task-life/refusal.js';
import { answer, close, ladder, open, orders, round, sent } from './walk-of-life.js';

const anyEvent: fc.Arbitrary<LifeEvent> = fc.oneof(
  fc.constantFrom<LifeEvent>(open, close, sent, { kind: 'unfounded', at: 1_600, round }),
  fc.constantFrom<LifeEvent>(orders.excuse, orders.giveBack, orders.accept, orders.withdraw, orders.reassign),
  fc.integer({ min: 501, max: 1_999 }).map((until) => orders.extend(until)),
  fc.constantFrom(...ladder).map((step): LifeEvent => ({ kind: 'step', at: step.at, step })),
  fc
    .tuple(fc.integer({ min: 500, max: 2_500 }), fc.constantFrom('gxt', 'kjt'))
    .map(([at, party]) => answer(at, `${party}${at}`, party)),
);

function eachTurn(check: (before: TaskLife, event: LifeEvent, after: ReturnType<typeof reduce>) => void): void {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      let life = newLife('gxt');
      for (const event of events) {
        const decision = reduce(life, event);
        check(life, event, decision);
        life = decision.life;
      }
    }),
    { numRuns: 500 },
  );
}

describe('whatever happens to a task', () => {
  it('ended is ended', () =>
    eachTurn((before, _event, { life }) => {
      if (hasEnded(before)) expect(hasEnded(life)).toBe(true);
    }));

  it('late is late until the next round or a new lead', () =>
    eachTurn((before, event, { life }) => {
      if (before.mark !== 'late' || event.kind === 'open' || event.kind === 'reassign' || event.kind === 'extend')
        return;
      expect(life.mark).toBe('late');
    }));

  it('a head hears of nothing that was answered in time', () =>
    eachTurn((before, event, { transition }) => {
      if (before.standing !== 'answered' || event.kind !== 'step') return;
      expect(transition?.notices ?? []).not.toContainEqual(expect.objectContaining({ step: 'escalation' }));
    }));

  it('a closed round changes by nothing but orders and the next opening', () =>
    eachTurn((before, event, { life }) => {
      if (
        !before.round?.closed ||
        ['open', 'accept', 'withdraw', 'reassign', 'escalated', 'unfounded'].includes(event.kind)
      )
        return;
      expect(life.standing).toBe(before.standing);
    }));

  it('an order that is not refused changes the standing or the lead', () =>
    eachTurn((before, event, { transition }) => {
      if (event.kind !== 'extend' && event.kind !== 'excuse' && event.kind !== 'return') return;
      const refused = refusal(before, event.kind, event.round) !== undefined;
      if (!refused) expect(transition).toBeDefined();
    }));
});
