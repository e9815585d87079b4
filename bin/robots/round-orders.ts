import type { Status, TaskStatus } from '../../domain/board.js';
import type { Register } from '../../domain/register.js';
import { parseRoundId } from '../../domain/round-id.js';
import { answerContent } from './answer-content.js';
import { randomFor, shuffled } from './random.js';

/** What a coordinator does to a task now and then, so that the year has its exceptions. */
export type RoundOrder = 'excuse' | 'extend' | 'return' | 'accept';

interface Usage {
  readonly order: RoundOrder;
  /** Numbers of the rounds in which it happens. */
  readonly rounds: readonly number[];
  /** How far into the round, 0 at its opening and 1 at its closing. */
  readonly share: number;
}

const usages: readonly Usage[] = [
  { order: 'excuse', rounds: [2, 5], share: 0.2 },
  { order: 'extend', rounds: [1, 4], share: 0.38 },
  { order: 'return', rounds: [1, 2, 3, 5], share: 0.5 },
  { order: 'accept', rounds: [2, 3, 4, 5, 6], share: 0.85 },
];

export type OpenRound = NonNullable<Status['round']>;

/** How far the round is, 0 at its opening and 1 at its closing. */
export function shareOf({ opensAt, closesAt }: OpenRound, nowMs: number): number {
  return (nowMs - Date.parse(opensAt)) / (Date.parse(closesAt) - Date.parse(opensAt));
}

export function ordersDue(round: OpenRound, nowMs: number): readonly RoundOrder[] {
  const { number } = parseRoundId(round.id);
  const passed = shareOf(round, nowMs);
  return usages.filter(({ rounds, share }) => rounds.includes(number) && passed >= share).map(({ order }) => order);
}

/** The task it falls on, by the seed among those where the order fits. */
export function taskFor(
  order: RoundOrder,
  seed: number,
  { tasks }: Register,
  { tasks: standing, round }: Pick<Status, 'tasks' | 'round'>,
): TaskStatus | undefined {
  if (round === null) return undefined;
  const fits = (task: TaskStatus): boolean => {
    const known = tasks.find(({ number }) => number === task.number);
    if (known === undefined || task.round !== round.id) return false;
    const rating = answerContent(seed, known, round.id).rating;
    switch (order) {
      case 'excuse':
      case 'extend':
        return task.standing === 'asked';
      case 'return':
        return task.standing === 'answered' && rating !== 'done';
      case 'accept':
        return task.standing === 'answered' && rating === 'done';
    }
  };
  return shuffled(randomFor(seed, round.id, order), standing).find(fits);
}
