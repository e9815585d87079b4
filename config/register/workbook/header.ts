import { bare, textOfCell } from './cell-text.js';
import { mailWords, phoneWords } from './columns.js';
import type { Grid } from './grid.js';
import type { HeadingIndex } from './heading-index.js';

/** Where a table's heading stands, and which column holds what. */
export interface Header {
  readonly row: number;
  /** The first row below the heading. */
  readonly body: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Headings that mean a column which another one has taken already. */
  readonly doubled: readonly { readonly column: number; readonly key: string }[];
}

/** Title rows, notes and dates stand above a heading, hardly more. */
const deepestHeading = 30;

/** The first lines of a sheet as headings are compared; one that spreads over several columns stands in each. */
export type HeadingLines = readonly (readonly string[])[];

export function headingLines(grid: Grid): HeadingLines {
  return Array.from({ length: Math.min(grid.rows, deepestHeading) }, (_, row) =>
    Array.from({ length: grid.columns }, (_column, column) => bare(textOfCell(grid.spread(row, column)).slice(0, 60))),
  );
}

/** The best heading of a sheet for a table: one row, or two where groups of columns have a name above them. */
export function findHeader(lines: HeadingLines, table: HeadingIndex): Header | undefined {
  let best: Header | undefined;
  for (let row = 0; row < lines.length; row += 1) {
    for (const depth of [1, 2]) {
      const header = headerAt(lines, row, depth, table);
      if (header.columns.size > (best?.columns.size ?? 0)) best = header;
    }
  }
  return best;
}

function headerAt(lines: HeadingLines, row: number, depth: number, table: HeadingIndex): Header {
  const headings = (lines[row] ?? []).map((_, column) => headingsOf(lines, row, depth, column));
  const taken = new Map<string, number>();
  const doubled: { column: number; key: string }[] = [];
  const used = new Set<number>();
  for (const words of [table.means, table.mayMean]) {
    for (const [column, said] of headings.entries()) {
      const key = used.has(column) ? undefined : keyOf(said, words, taken);
      if (key === undefined) continue;
      if (!taken.has(key)) taken.set(key, column);
      else if (words === table.means) doubled.push({ column, key });
      used.add(column);
    }
  }
  attachBare(headings, taken, used);
  return {
    row,
    body: row + depth,
    columns: taken,
    doubled: doubled.filter(({ column }) => isRepeat(headings, taken, column)),
  };
}

/** The column a heading means; where several fit, one that is still free. */
function keyOf(
  said: readonly string[],
  words: ReadonlyMap<string, readonly string[]>,
  taken: ReadonlyMap<string, number>,
): string | undefined {
  for (const heading of said) {
    const fitting = words.get(heading) ?? [];
    const key = fitting.find((each) => !taken.has(each)) ?? fitting[0];
    if (key !== undefined) return key;
  }
  return undefined;
}

/** A heading as it stands and without its brackets: 联络员（A） is 联络员A, 完成时限（2026年） is 完成时限. */
function headingsOf(lines: HeadingLines, row: number, depth: number, column: number): string[] {
  const cells = Array.from({ length: depth }, (_, below) => lines[row + below]?.[column] ?? '');
  const parts = cells.filter((text, index) => text !== '' && text !== cells[index - 1]);
  const last = parts.at(-1) ?? '';
  return [parts.join(''), ...(parts.length > 1 ? [last] : [])].flatMap((text) => [
    clean(text).replace(/[()[\]]/gu, ''),
    clean(text.replace(/\([^)]*\)|\[[^\]]*\]/gu, '')),
  ]);
}

const clean = (text: string): string => text.replace(/^[*★#\d.、]+(?=\p{sc=Han})|[*★:]+$/gu, '');

/** 联络员 | 电话 | 邮箱: number and address are those of the nearest post to the left. */
function attachBare(headings: readonly (readonly string[])[], taken: Map<string, number>, used: Set<number>): void {
  for (const [column, said] of headings.entries()) {
    const part = used.has(column)
      ? undefined
      : bareParts.find(([, words]) => said.some((text) => words.has(text)))?.[0];
    if (part === undefined) continue;
    const left = [...taken].filter(([key, at]) => postKeys.has(key) && at < column).toSorted((a, b) => b[1] - a[1])[0];
    const key = `${left?.[0] ?? 'liaison-a'}.${part}`;
    if (!taken.has(key)) taken.set(key, column);
  }
}

const bareParts = [
  ['email', new Set(mailWords.map(bare))],
  ['phone', new Set(phoneWords.map(bare))],
] as const;

const postKeys: ReadonlySet<string> = new Set(['liaison-a', 'liaison-b', 'section', 'office', 'head']);

/** Two columns of the very same heading contradict each other; synonyms beside each other are taken as they come. */
function isRepeat(
  headings: readonly (readonly string[])[],
  taken: ReadonlyMap<string, number>,
  column: number,
): boolean {
  return [...taken.values()].some((other) => other !== column && headings[other]?.[0] === headings[column]?.[0]);
}
