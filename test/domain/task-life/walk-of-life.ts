import {
  type LifeEvent,
  type LifeStep,
  newLife,
  type TaskLife,
  type Transition,
} from '../../../domain/task-life/life.js';
import { reduce } from '../../../domain/task-life/reduce.js';

export const round = '2026-2';
export const answerBy = 1_000;
export const closesAt = 2_000;

export function step(kind: LifeStep['kind'], at: number): LifeStep {
  return { kind, at, label: kind };
}
export const ladder: readonly LifeStep[] = [
  step('reminder', 700),
  step('overdue', 1_100),
  step('second-overdue', 1_300),
  step('escalation', 1_500),
];

export const open = {
  kind: 'open',
  at: 500,
  round: { id: round, answerBy, closesAt, lateAfterMs: 50, steps: ladder },
} as const satisfies LifeEvent;
export const close: LifeEvent = { kind: 'close', at: closesAt, round };
export const sent: LifeEvent = { kind: 'escalated', at: 1_520, round };
const by = { by: 'zqb1', why: '事由' };

export function answer(receivedAt: number, answerId = `a${receivedAt}`, party = 'gxt'): LifeEvent {
  return { kind: 'answer', at: receivedAt + 5, round, answerId, party, receivedAt };
}
/** What a coordinator typed, at `at`, from the files of an answer that came before. */
export function entry(at: number, enters: string, receivedAt: number): LifeEvent {
  return { kind: 'answer', at, round, answerId: `typed-${enters}`, party: 'gxt', receivedAt, enters };
}
export function walk(kind: LifeStep['kind']): LifeEvent {
  const found = ladder.find((each) => each.kind === kind);
  if (!found) throw new Error(`no step ${kind}`);
  return { kind: 'step', at: found.at, step: found };
}
export const orders = {
  extend: (until: number): LifeEvent => ({
    kind: 'extend',
    at: 1_200,
    round,
    until,
    steps: [step('overdue', until + 100)],
    ...by,
  }),
  excuse: { kind: 'excuse', at: 1_200, round, ...by },
  giveBack: { kind: 'return', at: 1_250, round, until: 1_700, reminder: step('return-reminder', 1_600), ...by },
  accept: { kind: 'accept', at: 1_250, round, rating: 'done', ...by },
  withdraw: { kind: 'withdraw', at: 1_250, ...by },
  reassign: {
    kind: 'reassign',
    at: 1_250,
    to: 'kjt',
    anew: { answerBy: 1_800, steps: [step('overdue', 1_900)] },
    ...by,
  },
} as const satisfies Record<string, LifeEvent | ((until: number) => LifeEvent)>;

/** The life after these events, with every line that was written on the way. */
export function lived(...events: readonly LifeEvent[]): {
  readonly life: TaskLife;
  readonly lines: readonly Transition[];
} {
  const lines: Transition[] = [];
  let life = newLife('gxt');
  for (const event of events) {
    const decision = reduce(life, event);
    life = decision.life;
    if (decision.transition) lines.push(decision.transition);
  }
  return { life, lines };
}
