import { canonicalJson } from './canonical-json.js';
import type { Difference } from './difference.js';
import { rowOf } from './raw.js';

/** What a row is called in a difference, and what is said of each of its keys. */
export interface Naming {
  readonly what: string;
  readonly where: string;
  readonly labelOf: (key: string) => string;
  readonly commandFor: (key: string) => string;
}

/** One difference for each key whose value changed between two versions of a row. */
export function changedKeys(before: unknown, after: unknown, naming: Naming): Difference[] {
  const [old, young] = [rowOf(before), rowOf(after)];
  const keys = new Set([...Object.keys(old), ...Object.keys(young)]);
  return [...keys]
    .filter((key) => canonicalJson(old[key]) !== canonicalJson(young[key]))
    .map((key) => {
      const named = { what: `${naming.what}的${naming.labelOf(key)}`, where: `${naming.where}.${key}` };
      return cameOrWent(named, worded(old[key]), worded(young[key]), naming.commandFor(key));
    });
}

function worded(value: unknown): string | undefined {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('、');
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** The difference of a row or value that is there on one side only, or is another one. */
export function cameOrWent(
  { what, where }: { readonly what: string; readonly where: string },
  before: string | undefined,
  after: string | undefined,
  command: string,
): Difference {
  return {
    what: what.trim(),
    where,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    command,
  };
}
