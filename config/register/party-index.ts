import { nearest, sameWord } from '../nearest.js';
import { listOf, mostRows, rowOf, textOf } from './raw.js';

/** Finds parties by code, short name, full name or alias. */
export interface PartyIndex {
  readonly codeOf: (word: string) => string | undefined;
  readonly suggest: (word: string) => string | undefined;
}

/** A file with more unknown names than this has another fault than spelling. */
const mostSuggestions = 100;

/** Indexes raw rows, so that a row with another fault is still found by those who refer to it. */
export function indexParties(rows: readonly unknown[]): PartyIndex {
  const codes = new Map<string, string>();
  for (const words of [codeWord, nameWords]) {
    for (const row of rows) {
      const code = textOf(row, 'code') ?? textOf(row, 'name');
      for (const word of words(row)) if (code !== undefined && !codes.has(word)) codes.set(word, code);
    }
  }
  const spoken = rows.flatMap((row) => [...codeWord(row), ...spokenNames(row)]).slice(0, mostRows);
  const suggestions = new Map<string, string | undefined>();
  const suggest = (word: string): string | undefined => {
    if (!suggestions.has(word) && suggestions.size < mostSuggestions) suggestions.set(word, nearest(word, spoken));
    return suggestions.get(word);
  };
  return { codeOf: (word) => codes.get(sameWord(word)), suggest };
}

/** The names of a row as they are written: short, full, aliases. */
export function spokenNames(row: unknown): readonly string[] {
  const aliases = listOf(rowOf(row)['aliases']);
  return [textOf(row, 'name'), textOf(row, 'fullName'), ...aliases].filter((name) => typeof name === 'string');
}

function codeWord(row: unknown): readonly string[] {
  const code = textOf(row, 'code');
  return code === undefined ? [] : [sameWord(code)];
}

const nameWords = (row: unknown): readonly string[] => spokenNames(row).map(sameWord);
