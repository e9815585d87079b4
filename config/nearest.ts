const longestCompared = 40;

/** Compares words as a reader does: full-width forms, spaces and case make no difference. */
export function sameWord(word: string): string {
  return word.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
}

/** The candidate a writer most likely meant, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const meant = sameWord(word);
  if (meant === '' || meant.length > longestCompared) return undefined;
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(meant, sameWord(candidate));
    if (distance <= furthest(meant) && distance < (best?.distance ?? Infinity)) best = { candidate, distance };
  }
  return best?.candidate;
}

const furthest = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/** Levenshtein, with two letters exchanged as one step; a word of two or more characters that is part of the other counts as one step away. */
function distanceBetween(a: string, b: string): number {
  if (a.length >= 2 && b.includes(a)) return 1;
  if (Math.abs(a.length - b.length) > furthest(a)) return Infinity;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(replaced, exchanged, at(row, j) + 1, at(next, j - 1) + 1));
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
