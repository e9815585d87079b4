import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
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

type Check = (before: TaskLife, event: LifeEvent, after: ReturnType<typeof reduce>) => boolean;

/** Lives 2,000 lives of up to 40 events; throws with the shortest life in which a turn fails the check. */
function eachTurn(check: Check): void {
  const everyTurn = fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
    let life = newLife('gxt');
    return events.every((event) => {
      const before = life;
      const decision = reduce(life, event);
      life = decision.life;
      return check(before, event, decision);
    });
  });
  fc.assert(everyTurn, { numRuns: 2_000 });
}

const isOrder = (event: LifeEvent): event is Extract<LifeEvent, { kind: 'extend' | 'excuse' | 'return' }> =>
  event.kind === 'extend' || event.kind === 'excuse' || event.kind === 'return';
const movesClosed = ['open', 'accept', 'withdraw', 'reassign', 'escalated', 'unfounded'];
const clearsMark = ['open', 'reassign', 'extend'];

const laws: readonly (readonly [string, Check])[] = [
  ['ended is ended', (before, _event, { life }) => !hasEnded(before) || hasEnded(life)],
  [
    'late is late until the next round or a new lead',
    (before, event, { life }) => before.mark !== 'late' || clearsMark.includes(event.kind) || life.mark === 'late',
  ],
  [
    'no step is taken for what was answered',
    (before, event, { transition }) => before.standing !== 'answered' || event.kind !== 'step' || !transition,
  ],
  [
    'a closed round changes by nothing but orders and the next opening',
    (before, event, { life }) =>
      !before.round?.closed || movesClosed.includes(event.kind) || life.standing === before.standing,
  ],
  [
    'an order that is not refused is written',
    (before, event, { transition }) =>
      !isOrder(event) || refusal(before, event.kind, round) !== undefined || transition !== undefined,
  ],
];

describe('whatever happens to a task', () => {
  it.each(laws)('%s', (_name, check) => {
    expect(() => eachTurn(check)).not.toThrow();
  });
});
