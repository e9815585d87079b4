import { accountAnswer } from './account-answer.js';
import {
  type Decision,
  hasEnded,
  isOpen,
  type LifeEvent,
  type LifeNotice,
  type LifeStep,
  type TaskLife,
} from './life.js';
import { record } from './record.js';
import { refusal } from './refusal.js';

type Event<K extends LifeEvent['kind']> = Extract<LifeEvent, { kind: K }>;

/**
 * The life of a task (docs/task-life.md): from where it stands and what happened to where it stands then and what is to
 * be written. Pure and total: an event that does not apply leaves the life as it is and has no transition.
 */
export function reduce(life: TaskLife, event: LifeEvent): Decision {
  switch (event.kind) {
    case 'open':
      return open(life, event);
    case 'step':
      return walk(life, event);
    case 'answer':
      return accountAnswer(life, event);
    case 'escalated':
      return escalated(life, event);
    case 'unfounded':
      return unfounded(life, event);
    // An answer may overtake an order between its acceptance and here: then the order no longer applies.
    case 'extend':
      return extend(life, event);
    case 'excuse':
      return excuse(life, event);
    case 'return':
      return giveBack(life, event);
    case 'accept':
      return end(life, event, 'accepted');
    case 'withdraw':
      return end(life, event, 'withdrawn');
    case 'reassign':
      return reassign(life, event);
    case 'pause':
      return { life: { ...life, paused: true } };
    case 'replan':
      return { life: replan(life, event) };
    case 'close':
      return close(life, event);
  }
}

function open(life: TaskLife, event: Event<'open'>): Decision {
  if (hasEnded(life) || life.round?.id === event.round.id) return { life };
  const { mark: _old, ...rest } = life;
  const round = { ...event.round, closed: false, answers: [] };
  return record({ ...rest, standing: 'asked', round }, life, event);
}

function walk(life: TaskLife, event: Event<'step'>): Decision {
  if (!isOpen(life)) return { life };
  const { step } = event;
  const round = { ...life.round, steps: life.round.steps.filter((other) => other !== step && other.at >= step.at) };
  const walked: TaskLife = { ...life, round };
  if (!applies(step, life)) return { life: walked };
  const standing = step.kind === 'overdue' ? 'overdue' : life.standing;
  return record({ ...walked, standing }, life, event, { notices: [{ step: step.kind, desk: life.lead, at: step.at }] });
}

/** A ladder is walked by the silent: whoever answered or was excused has left it. */
function applies(step: LifeStep, life: TaskLife): boolean {
  switch (step.kind) {
    case 'reminder':
    case 'overdue':
      return life.standing === 'asked';
    case 'second-overdue':
    case 'escalation':
      return life.standing === 'overdue';
    case 'return-reminder':
      return life.standing === 'returned';
  }
}

/** The 督办函 was sent. Where an answer overtook it, the head is told at once that the matter is settled. */
function escalated(life: TaskLife, event: Event<'escalated'>): Decision {
  if (life.round?.id !== event.round) return { life };
  if (life.standing === 'overdue') return record({ ...life, standing: 'escalated' }, life, event);
  const overtaken = life.standing === 'answered' || life.standing === 'late' || life.standing === 'excused';
  return overtaken ? record(life, life, event, { notices: [settled(life, event.at)] }) : { life };
}

function unfounded(life: TaskLife, event: Event<'unfounded'>): Decision {
  if (life.round?.id !== event.round) return { life };
  const standing = life.standing === 'escalated' ? 'overdue' : life.standing;
  return record({ ...life, standing }, life, event, {
    notices: [{ step: 'unfounded', desk: life.lead, at: event.at }],
  });
}

function extend(life: TaskLife, event: Event<'extend'>): Decision {
  if (!isOpen(life) || refusal(life, 'extend', event.round)) return { life };
  const round = { ...life.round, answerBy: event.until, steps: event.steps };
  return record({ ...life, standing: 'asked', round }, life, event, { takesBack: 'cancelled' });
}

function excuse(life: TaskLife, event: Event<'excuse'>): Decision {
  if (!isOpen(life) || refusal(life, 'excuse', event.round)) return { life };
  const round = { ...life.round, steps: [] };
  return record({ ...life, standing: 'excused', round }, life, event, {
    takesBack: 'cancelled',
    notices: life.standing === 'escalated' ? [settled(life, event.at)] : [],
  });
}

function giveBack(life: TaskLife, event: Event<'return'>): Decision {
  if (!isOpen(life) || refusal(life, 'return', event.round)) return { life };
  const steps = event.reminder ? [event.reminder] : [];
  const round = { ...life.round, steps, returnedUntil: event.until };
  return record({ ...life, standing: 'returned', round }, life, event, {
    notices: [{ step: 'return', desk: life.lead, at: event.at }],
  });
}

function end(life: TaskLife, event: Event<'accept' | 'withdraw'>, standing: 'accepted' | 'withdrawn'): Decision {
  const rating = event.kind === 'accept' && event.rating !== undefined ? { rating: event.rating } : {};
  return record({ ...life, standing }, life, event, {
    takesBack: 'cancelled',
    notices: life.standing === 'escalated' ? [settled(life, event.at)] : [],
    ...rating,
  });
}

/** The old lead keeps the marks it earned and gets one 移交 line; the new lead's ladder starts anew. */
function reassign(life: TaskLife, event: Event<'reassign'>): Decision {
  const lead = event.to;
  if (!isOpen(life)) return record({ ...life, lead }, life, event, { takesBack: 'cancelled' });
  const handover: LifeNotice = { step: 'handover', desk: life.lead, at: event.at };
  if (!event.anew) return record({ ...life, lead }, life, event, { takesBack: 'cancelled', notices: [handover] });
  const { mark: _old, ...rest } = life;
  const { returnedUntil: _returned, ...round } = { ...life.round, ...event.anew };
  const notices: LifeNotice[] = [handover, { step: 'opening', desk: lead, at: event.at }];
  const was = life.standing === 'escalated' ? [settled(life, event.at)] : [];
  return record({ ...rest, lead, standing: 'asked', round }, life, event, {
    takesBack: 'cancelled',
    notices: [...notices, ...was],
  });
}

function replan(life: TaskLife, event: Event<'replan'>): TaskLife {
  const { answerBy, closesAt, steps } = event;
  if (!isOpen(life)) return { ...life, paused: false };
  return { ...life, paused: false, round: { ...life.round, answerBy, closesAt, steps } };
}

/** Unanswered becomes missed; a return nobody mended keeps its mark. Afterwards answers are only kept. */
function close(life: TaskLife, event: Event<'close'>): Decision {
  if (!isOpen(life) || life.round.id !== event.round) return { life };
  const round = { ...life.round, steps: [], closed: true };
  return record({ ...life, standing: closingStanding(life), round }, life, event, { takesBack: 'lapsed' });
}

function closingStanding(life: TaskLife): TaskLife['standing'] {
  switch (life.standing) {
    case 'asked':
    case 'overdue':
    case 'escalated':
      return 'missed';
    case 'returned':
      return life.mark ?? 'late';
    default:
      return life.standing;
  }
}

function settled(life: TaskLife, at: number): LifeNotice {
  return { step: 'settled', desk: life.lead, at };
}
