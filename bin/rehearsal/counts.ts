import type { Register } from '../../domain/register.js';
import type { BookLetter } from './year-book.js';

export interface Counts {
  readonly addressee: string;
  readonly name: string;
  /** Tasks it leads. */
  readonly tasks: number;
  readonly letters: number;
  readonly toHead: number;
  readonly byKind: Readonly<Record<string, number>>;
}

/** How much mail each party got, in the register's order; coordinators and the bulletin's readers come last. */
export function countLetters(letters: readonly BookLetter[], register: Register): readonly Counts[] {
  const leading = register.parties.filter(({ code }) => register.tasks.some(({ lead }) => lead === code));
  const known = new Map(leading.map(({ code, name }) => [code, name]));
  for (const { addressee, addresseeName } of letters) if (!known.has(addressee)) known.set(addressee, addresseeName);
  return [...known].map(([addressee, name]) => {
    const own = letters.filter((letter) => letter.addressee === addressee);
    return {
      addressee,
      name,
      tasks: register.tasks.filter(({ lead }) => lead === addressee).length,
      letters: own.length,
      toHead: own.filter(({ isToHead }) => isToHead).length,
      byKind: tally(own.map(({ kind }) => kind)),
    };
  });
}

export function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const word of words) counted[word] = (counted[word] ?? 0) + 1;
  return counted;
}
