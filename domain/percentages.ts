/**
 * Shares of counts in percent to one decimal, by largest remainder, so that they sum to exactly 100.0; of equal
 * remainders the earlier count is favoured. Undefined when there is nothing to share. Counts are whole and ≥ 0.
 */
export function percentages(counts: readonly number[]): readonly string[] | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const tenths = counts.map((count) => Math.floor((count * 1000) / total));
  const left = 1000 - tenths.reduce((sum, share) => sum + share, 0);
  const remainders = counts.map((count, index) => ({ index, remainder: (count * 1000) % total }));
  const favoured = new Set(
    remainders
      .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return tenths.map((share, index) => ((share + (favoured.has(index) ? 1 : 0)) / 10).toFixed(1));
}
