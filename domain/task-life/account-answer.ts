import type { AnswerOutcome } from '../answer.js';
import type { Mark } from '../standing.js';
import { type Decision, isOpen, type LifeEvent, type LifeRound, type TaskLife } from './life.js';
import { record } from './record.js';

type Answer = Extract<LifeEvent, { kind: 'answer' }>;

/**
 * Judges an answer by when it arrived at our server (design.md, "In time means arrival at our server"), not by when
 * the task hears of it: one that came in time counts as in time even after the overdue step.
 */
export function accountAnswer(life: TaskLife, event: Answer): Decision {
  if (life.round?.answers.some(({ id }) => id === event.answerId)) return { life };
  if (event.party !== life.lead) return kept(life, event, 'held');
  if (!isOpen(life) || life.round.id !== event.round)
    return kept(life, event, entersCounted(life, event) ? 'correction' : 'afterClose');
  const { round } = life;
  switch (life.standing) {
    case 'asked':
    case 'overdue':
    case 'escalated':
      return firstAnswer(life, round, event);
    case 'returned':
      return mended(life, round, event);
    default:
      return kept(life, event, 'correction');
  }
}

function firstAnswer(life: TaskLife, round: LifeRound, event: Answer): Decision {
  const mark: Mark = event.receivedAt <= round.answerBy ? 'answered' : 'late';
  return record({ ...life, standing: mark, mark, round: heard({ ...round, steps: [] }, event, mark) }, life, event, {
    takesBack: 'dropped',
    notices: life.standing === 'escalated' ? [{ step: 'settled', desk: life.lead, at: event.at }] : [],
    answer: { id: event.answerId, round: event.round, outcome: mark },
  });
}

/** A mended answer keeps the mark its first version earned. */
function mended(life: TaskLife, round: LifeRound, event: Answer): Decision {
  const { returnedUntil: _mended, ...rest } = round;
  const standing = life.mark ?? 'late';
  return record({ ...life, standing, round: heard({ ...rest, steps: [] }, event, 'correction') }, life, event, {
    takesBack: 'dropped',
    answer: { id: event.answerId, round: event.round, outcome: 'correction' },
  });
}

/** What counted in its round before anybody had read it still counts when it is entered after the closing. */
function entersCounted({ round }: TaskLife, { round: of, enters }: Answer): boolean {
  if (round?.id !== of || enters === undefined) return false;
  const entered = round.answers.find(({ id }) => id === enters)?.outcome;
  return entered === 'answered' || entered === 'late' || entered === 'correction';
}

function kept(life: TaskLife, event: Answer, outcome: AnswerOutcome): Decision {
  const after = life.round ? { ...life, round: heard(life.round, event, outcome) } : life;
  return record(after, life, event, { answer: { id: event.answerId, round: event.round, outcome } });
}

/** The same answer delivered again is not accounted again. */
function heard(round: LifeRound, event: Answer, outcome: AnswerOutcome): LifeRound {
  return { ...round, answers: [...round.answers, { id: event.answerId, outcome }] };
}
