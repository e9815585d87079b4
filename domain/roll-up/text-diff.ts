/** A number is one token: 12 is no part of 120, nor of 12.5. */
export interface Token {
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
  readonly number: boolean;
}

/** Tokens that were taken out and put in between two that stayed. */
export interface Hunk {
  readonly removed: readonly Token[];
  readonly added: readonly Token[];
}

export interface Difference {
  readonly hunks: readonly Hunk[];
  /** Index of each token of the old text → index in the new one; absent where it went. */
  readonly kept: ReadonlyMap<number, number>;
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

/** Beyond this many comparisons the middle counts as rewritten. */
const mostCells = 4_000_000;

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\d+(?:\.\d+)?|[\s\S]/gu)].map(({ 0: token, index }) => ({
    text: token,
    at: index,
    number: /^\d/.test(token),
  }));
}

/** What a person would say was changed from one text to the other. */
export function difference(before: string, after: string): Difference {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const kept = matches(old, now);
  return { before: old, after: now, kept, hunks: hunksOf(old, now, kept) };
}

function matches(old: readonly Token[], now: readonly Token[]): ReadonlyMap<number, number> {
  const same = (one: number, other: number) => old[one]?.text === now[other]?.text;
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && same(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && same(old.length - 1 - tail, now.length - 1 - tail)) tail += 1;
  const pairs: (readonly [number, number])[] = Array.from({ length: head }, (_, index) => [index, index] as const);
  for (const [one, other] of longest(old.slice(head, old.length - tail), now.slice(head, now.length - tail)))
    pairs.push([one + head, other + head]);
  for (let index = tail; index > 0; index -= 1) pairs.push([old.length - index, now.length - index]);
  return new Map(pairs);
}

/** Longest common subsequence, as pairs of indices. */
function longest(old: readonly Token[], now: readonly Token[]): readonly (readonly [number, number])[] {
  if (old.length * now.length > mostCells) return [];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (one: number, other: number) => lengths[one * width + other] ?? 0;
  for (let one = old.length - 1; one >= 0; one -= 1)
    for (let other = now.length - 1; other >= 0; other -= 1)
      lengths[one * width + other] =
        old[one]?.text === now[other]?.text
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
  const pairs: (readonly [number, number])[] = [];
  let [one, other] = [0, 0];
  while (one < old.length && other < now.length) {
    if (old[one]?.text === now[other]?.text) pairs.push([one++, other++]);
    else if (at(one + 1, other) >= at(one, other + 1)) one += 1;
    else other += 1;
  }
  return pairs;
}

function hunksOf(old: readonly Token[], now: readonly Token[], kept: ReadonlyMap<number, number>): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [one, other] = [0, 0];
  for (const [nextOne, nextOther] of [...kept, [old.length, now.length] as const]) {
    if (nextOne > one || nextOther > other)
      hunks.push({ removed: old.slice(one, nextOne), added: now.slice(other, nextOther) });
    [one, other] = [nextOne + 1, nextOther + 1];
  }
  return hunks;
}
