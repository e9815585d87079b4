import type { Decision, LifeEvent, TaskLife, Transition } from './life.js';

/** Pausing and planning anew leave no line: the campaign's journal says when and why. */
type Recorded = Exclude<LifeEvent, { kind: 'pause' | 'replan' }>;
type Consequence = Pick<Transition, 'answer' | 'takesBack' | 'rating'> & Partial<Pick<Transition, 'notices'>>;

/** Numbers the change from `before` to `after` and states it as one line of the record. */
export function record(after: TaskLife, before: TaskLife, event: Recorded, consequence: Consequence = {}): Decision {
  const sequence = before.sequence + 1;
  const ordered = 'by' in event ? { by: event.by, ...(event.why !== undefined && { why: event.why }) } : undefined;
  const transition: Transition = {
    sequence,
    round: after.round?.id ?? '-',
    event: event.kind === 'step' ? event.step.kind : event.kind,
    before: before.standing,
    after: after.standing,
    lead: after.lead,
    at: event.at,
    by: event.kind === 'answer' ? event.party : 'system',
    notices: [],
    ...(after.mark !== undefined && { mark: after.mark }),
    ...(after.round !== undefined && { answerBy: after.round.answerBy }),
    ...ordered,
    ...consequence,
  };
  return { life: { ...after, sequence }, transition };
}
