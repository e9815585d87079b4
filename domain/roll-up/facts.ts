import type { Entry } from './entry.js';
import type { RollUpInput } from './roll-up-input.js';
import type { Category } from './category.js';

/** What an issue states of one task, kept for the next issue's comparisons. */
export interface TaskFact {
  readonly number: number;
  readonly category: Category;
  /** Rounds in a row that it was behind or not started; a round without an answer neither adds nor ends. */
  readonly behindRounds: number;
  /** Rounds in a row without an answer. */
  readonly missedRounds: number;
  /** Figures so far this year, oldest first; `target` is the index in the register. */
  readonly figures: readonly { readonly target: number; readonly cutoff: string; readonly value: number }[];
}

export interface BulletinFacts {
  readonly tasks: readonly TaskFact[];
  /** On-time rate in percent to one decimal; absent when nothing was asked. */
  readonly onTimeRate?: string;
}

/** The facts of one task in an earlier issue of the same year, if there were any. */
export function factOf(facts: BulletinFacts | undefined, number: number): TaskFact | undefined {
  return facts?.tasks.find((fact) => fact.number === number);
}

/** What this issue keeps for the next one. */
export function factsOf(
  entries: readonly Entry[],
  { previous, round }: RollUpInput,
  onTimeRate?: string,
): BulletinFacts {
  const tasks = entries.map(({ task, category, behindRounds, missedRounds, indicators }) => {
    const earlier = factOf(previous?.facts, task.number)?.figures ?? [];
    const now = indicators.flatMap(({ index, value }) =>
      value === undefined ? [] : [{ target: index, cutoff: round.cutoff, value }],
    );
    return { number: task.number, category, behindRounds, missedRounds, figures: [...earlier, ...now] };
  });
  return { tasks, ...(onTimeRate === undefined ? {} : { onTimeRate }) };
}
