/** What a bench prints, one JSON line each. */
export interface Line {
  readonly bench: string;
  readonly ours: number;
  /** The bare thing done in the same run on the same machine; absent where the limit is absolute. */
  readonly floor?: number;
  /** Median of the pairs' own ratios, not the ratio of the medians: a slow minute slows both of a pair. */
  readonly ratio?: number;
  readonly limit: number;
  readonly ok: boolean;
  readonly unit: string;
  readonly runs: number;
  readonly [extra: string]: unknown;
}

export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Line[]>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error('no run was measured; a median needs at least one');
  return (low + high) / 2;
}

export function rounded(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}
