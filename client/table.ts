import Table from 'cli-table3';

export type Cell = string | number;

/** A table without lines: columns apart by two spaces, Chinese characters counted as two. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  right: readonly number[] = [],
): string {
  const none = Object.fromEntries(edges.map((edge) => [edge, '']));
  const grid = new Table({
    head: [...head],
    chars: { ...none, middle: '  ' },
    colAligns: head.map((_, index) => (right.includes(index) ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) grid.push(row.map(String));
  return grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const edges =
  'top bottom left right mid top-mid top-left top-right bottom-mid bottom-left bottom-right left-mid mid-mid right-mid'.split(
    ' ',
  );
