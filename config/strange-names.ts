import { nearest } from './nearest.js';
import { environmentSchema } from './settings-schema.js';

export interface StrangeName {
  readonly name: string;
  /** The variable of ours that its writer most likely meant. */
  readonly meant?: string;
  /** A slip of the pen and nothing more: hardly the variable of another program. */
  readonly isTypo: boolean;
}

const known = Object.keys(environmentSchema.shape);

/** The names that are no variables of ours. */
export function strangeNames(names: readonly string[]): readonly StrangeName[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      if (meant === undefined || isAnybodys(name, meant)) return { name, isTypo: false };
      return { name, meant, isTypo: name.length >= 7 && isSlip(name.toUpperCase(), meant) };
    });
}

/** Part of one of ours is a word that anybody may use: PORT, HOME; MAIL_CA_FIL is not. */
function isAnybodys(name: string, meant: string): boolean {
  return name.includes(meant) || (meant.includes(name) && !name.includes('_'));
}

/** One letter wrong, left out or too many, or letters in another order. */
function isSlip(name: string, meant: string): boolean {
  const [long, short] = name.length > meant.length ? [name, meant] : [meant, name];
  if (long.length === short.length) return sorted(name) === sorted(meant) || afterFirstDifference(name, meant);
  return (
    long.length - short.length === 1 && long.split('').some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

function afterFirstDifference(name: string, meant: string): boolean {
  const at = name.split('').findIndex((letter, index) => letter !== meant[index]);
  return name.slice(at + 1) === meant.slice(at + 1);
}

const sorted = (word: string): string => word.split('').toSorted().join('');
