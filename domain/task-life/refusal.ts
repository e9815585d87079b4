import { inBoth, type Sentence } from '../sentence.js';
import { hasEnded, isOpen, type TaskLife } from './life.js';
import { taskRefusalWords } from './refusal-words.js';

/** The orders a person may give to a task. */
export type TaskOrder = 'extend' | 'excuse' | 'return' | 'accept' | 'reassign' | 'withdraw';

const allowed: Readonly<Record<'extend' | 'excuse' | 'return', readonly TaskLife['standing'][]>> = {
  extend: ['asked', 'overdue', 'escalated'],
  excuse: ['asked', 'overdue', 'escalated', 'returned'],
  return: ['answered', 'late'],
};
/** Why an order cannot be carried out where the task stands, as what follows the task's number; undefined if it can. */
export function refusal(life: TaskLife, order: TaskOrder, round?: string): Sentence | undefined {
  const say = reason(life, order, round);
  return say && inBoth(taskRefusalWords, (words) => say(words, words.orders[order]));
}

type Say = (words: (typeof taskRefusalWords)['zh'], name: string) => string;

function reason(life: TaskLife, order: TaskOrder, round: string | undefined): Say | undefined {
  const { standing } = life;
  if (hasEnded(life)) return ({ ended }, name) => ended(name, standing);
  if (order === 'reassign' || order === 'withdraw') return undefined;
  if (!isOpen(life)) return order === 'accept' ? undefined : ({ noRound }, name) => noRound(name);
  const open = life.round.id;
  if (round !== open) return ({ otherRound }, name) => otherRound(name, round, open);
  if (order === 'accept' || allowed[order].includes(standing)) return undefined;
  return ({ otherStanding }, name) => otherStanding(name, standing, allowed[order]);
}
