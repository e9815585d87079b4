import type { Party } from '../../domain/register.js';
import type { Cast } from './cast.js';
import type { chasing } from './letter-kind.js';
import { pick, randomFor, shuffled } from './random.js';
import { quoteStyles, type QuoteStyle } from './quote-letter.js';

/** How a department takes one round. */
export interface Habit {
  /** The first letter that makes it move. */
  readonly movedBy: (typeof chasing)[number] | 'nothing';
  /** How far into the time left it answers, 0 to 1. */
  readonly share: number;
  readonly saysReceived: boolean;
  /** Reports what is ready first, the rest after the reminder. */
  readonly inTwoParts: boolean;
  /** Its answer is sent from a colleague's mailbox that nobody registered. */
  readonly fromColleague: boolean;
  readonly quotes: QuoteStyle;
}

type MovedBy = Habit['movedBy'];

/** How a round's departments are dealt; the rest answer in time by themselves. Two rounds a year are worse. */
const deals: readonly (readonly [MovedBy, usual: number, bad: number])[] = [
  ['nothing', 1, 3],
  ['escalation', 2, 4],
  ['second-overdue', 1, 1],
  ['overdue', 3, 3],
  ['reminder', 6, 5],
];

/** The same seed deals the same habits. A department whose liaison is not reached moves only by what reaches others. */
export function habitsFor(
  seed: number,
  round: string,
  parties: readonly Party[],
  { bouncing, away }: Cast,
): ReadonlyMap<string, Habit> {
  const usual = parties.filter(({ code }) => code !== bouncing?.code && code !== away?.code);
  const others = shuffled(randomFor(seed, round, 'deal'), usual);
  const moves = new Map<string, MovedBy>([
    ...(bouncing ? [[bouncing.code, round.endsWith('-1') ? 'nothing' : 'opening'] as const] : []),
    ...(away ? [[away.code, 'overdue'] as const] : []),
  ]);
  const isBad = /-[25]$/.test(round);
  const open = [...others];
  for (const [movedBy, few, many] of deals) {
    for (let dealt = 0; dealt < (isBad ? many : few); dealt += 1) {
      const party = takeNext(open, movedBy);
      if (party !== undefined) moves.set(party.code, movedBy);
    }
  }
  const colleague = open.find(({ relation }) => relation !== 'own')?.code;
  return new Map(
    parties.map(({ code }) => [
      code,
      { ...mannersOf(seed, round, code), movedBy: moves.get(code) ?? 'opening', fromColleague: code === colleague },
    ]),
  );
}

/** All alike, for the best and the worst year there can be. */
export function uniformHabits(
  seed: number,
  round: string,
  parties: readonly Party[],
  movedBy: MovedBy,
): ReadonlyMap<string, Habit> {
  const all = { movedBy, fromColleague: false, saysReceived: false, inTwoParts: false };
  return new Map(parties.map(({ code }) => [code, { ...mannersOf(seed, round, code), ...all }]));
}

/** Our own bureau holds a quarter of the tasks: were it late, most of the year would be. */
function takeNext(open: Party[], movedBy: MovedBy): Party | undefined {
  const at = open.findIndex(({ relation }) => movedBy === 'reminder' || relation !== 'own');
  return at < 0 ? undefined : open.splice(at, 1)[0];
}

function mannersOf(seed: number, round: string, code: string): Omit<Habit, 'movedBy' | 'fromColleague'> {
  const random = randomFor(seed, round, code, 'manners');
  return {
    share: 0.08 + random() * 0.8,
    saysReceived: random() < 0.35,
    inTwoParts: random() < 0.25,
    quotes: pick(randomFor(seed, code, 'client'), quoteStyles),
  };
}
