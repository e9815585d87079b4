import { bare } from './cell-text.js';
import type { Column } from './columns.js';

/** The keys of a table's columns by the headings that mean them, at once or only where no better one is there. */
export interface HeadingIndex {
  readonly means: ReadonlyMap<string, readonly string[]>;
  readonly mayMean: ReadonlyMap<string, readonly string[]>;
}

export function indexHeadings(columns: readonly Column[]): HeadingIndex {
  return {
    means: indexed(columns, ({ headings }) => headings),
    mayMean: indexed(columns, ({ otherwise = [] }) => otherwise),
  };
}

function indexed(columns: readonly Column[], words: (column: Column) => readonly string[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const column of columns) {
    for (const word of new Set(words(column).map(bare))) index.set(word, [...(index.get(word) ?? []), column.key]);
  }
  return index;
}
