import type { Status } from '../../domain/board.js';
import type { ArrivedLetter } from './arrived-letters.js';
import type { Habit } from './habits.js';
import { chasing } from './letter-kind.js';

type Round = Pick<NonNullable<Status['round']>, 'answerBy' | 'closesAt'>;

/** When a department answers a letter, epoch milliseconds; undefined when it lets the letter lie. */
export function answersAt(
  { kind, at }: Pick<ArrivedLetter, 'kind' | 'at'>,
  { movedBy, share, inTwoParts }: Habit,
  round: Round,
): number | undefined {
  if (kind === 'return') return at + share * 0.4 * Math.max(0, Date.parse(round.closesAt) - at);
  if (movedBy === 'nothing' || chasing.indexOf(kind) < chasing.indexOf(movedBy)) return undefined;
  const isInTime = kind === 'opening' || kind === 'reminder';
  const left = Math.max(0, Date.parse(isInTime ? round.answerBy : round.closesAt) - at);
  // The first half goes early; who was only just told off answers fast.
  const hurry = isInTime ? (inTwoParts && kind === 'opening' ? 0.4 : 0.92) : 0.35;
  return at + share * hurry * left;
}
