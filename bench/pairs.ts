import { median, rounded } from './line.js';

export interface Paired<Floor, Ours = Floor> {
  readonly floor: readonly Floor[];
  readonly ours: readonly Ours[];
}

/** Floor and ours in turn (A B A B …) after one of each that does not count: compilers, caches and connections warm up. */
export async function inPairs<Floor, Ours>(
  runs: number,
  { floor, ours }: { readonly floor: () => Promise<Floor>; readonly ours: () => Promise<Ours> },
): Promise<Paired<Floor, Ours>> {
  const measured = { floor: [] as Floor[], ours: [] as Ours[] };
  for (let run = 0; run <= runs; run += 1) {
    const pair = { floor: await floor(), ours: await ours() };
    if (run === 0) continue;
    measured.floor.push(pair.floor);
    measured.ours.push(pair.ours);
  }
  return measured;
}

export interface Compared {
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  readonly ratios: readonly number[];
  readonly runs: number;
}

export function compare({ floor, ours }: Paired<number>): Compared {
  const ratios = ours.map((value, index) => value / (floor[index] ?? Number.NaN));
  return {
    ours: rounded(median(ours)),
    floor: rounded(median(floor)),
    ratio: rounded(median(ratios)),
    ratios: ratios.map((ratio) => rounded(ratio)),
    runs: ours.length,
  };
}
