/** Words without what editors change unasked: invisible characters, fixed spaces, spaces at the ends. */
export function tidy(text: string): string {
  return text
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\r', '')
    .trim();
}

/** How alike two texts are, 0 to 1: pairs of neighbouring characters that both have (Dice). */
export function alike(one: string, other: string): number {
  if (one === other) return 1;
  const [ours, theirs] = [pairsOf(one), pairsOf(other)];
  const total = count(ours) + count(theirs);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, times] of ours) shared += Math.min(times, theirs.get(pair) ?? 0);
  return (2 * shared) / total;
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function count(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, times) => sum + times, 0);
}
