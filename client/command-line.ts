import type { Words } from './words.js';

/** The client's own commands as it prints them, ready to be copied. */
export function commandLine(campaign: string, ...words: readonly (string | number)[]): string {
  return ['shuangyue', ...words, '--campaign', campaign].map((word) => shellWord(String(word))).join(' ');
}

export interface Issuer {
  readonly id: string;
  readonly coordinators: readonly { readonly code: string }[];
  /** What stands where a coordinator's code belongs. */
  readonly unknown: string;
}

export function issuerOf({ id, coordinators }: Omit<Issuer, 'unknown'>, { names }: Words): Issuer {
  return { id, coordinators, unknown: names.coordinator };
}

/** Who gives an order is filled in only where there is no choice. */
export function orderLine({ id, coordinators, unknown }: Issuer, ...words: readonly (string | number)[]): string {
  const [only, ...others] = coordinators;
  return commandLine(id, ...words, '--as', only !== undefined && others.length === 0 ? only.code : unknown);
}

/** Ids come from register files and mails: quoted unless plain, so that a copied line does only what it says. */
function shellWord(word: string): string {
  return /^[\p{L}\p{N}@%+=:,./_-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
