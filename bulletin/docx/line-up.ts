import type { WordParagraph } from '../../documents/read/word-document.js';
import { bookmarkName } from './bookmark-name.js';
import type { FixedPiece, TextPiece } from './outline.js';
import { alike, tidy } from './tidy.js';

export type WordedPiece = TextPiece | FixedPiece;

/** Which paragraph of a returned document is which piece of the bulletin, by index; what is left over is new. */
export interface LinedUp {
  readonly paragraphOf: ReadonlyMap<WordedPiece, number>;
  readonly added: readonly number[];
}

/** Less alike than this is another paragraph. */
const alikeEnough = 0.45;

/** By bookmark, then by unchanged words, then by likeness between two that are sure. */
export function lineUp(pieces: readonly WordedPiece[], paragraphs: readonly WordParagraph[]): LinedUp {
  const paragraphOf = new Map<WordedPiece, number>();
  const taken = new Set<number>();
  const take = (piece: WordedPiece, index: number | undefined): void => {
    if (index === undefined || taken.has(index)) return;
    paragraphOf.set(piece, index);
    taken.add(index);
  };
  for (const piece of pieces) take(piece, bookmarked(piece, paragraphs, taken));
  for (const piece of pieces) if (!paragraphOf.has(piece)) take(piece, unchanged(piece, paragraphs, taken));
  pieces.forEach((piece, at) => {
    if (!paragraphOf.has(piece))
      take(piece, likest(piece, paragraphs, taken, between(pieces, paragraphOf, at, paragraphs.length)));
  });
  const added = paragraphs.flatMap(({ text }, index) => (taken.has(index) || tidy(text) === '' ? [] : [index]));
  return { paragraphOf, added };
}

export function wordsOf(piece: WordedPiece): string {
  return piece.kind === 'text' ? piece.lead + piece.text : piece.text;
}

/** Enter within a paragraph stretches its bookmark over both parts: cut in two it begins with the first, else the likest is it. */
function bookmarked(
  piece: WordedPiece,
  paragraphs: readonly WordParagraph[],
  taken: ReadonlySet<number>,
): number | undefined {
  const name = bookmarkName(piece.kind, piece.id);
  const covered = paragraphs.flatMap(({ bookmarks }, index) =>
    bookmarks.includes(name) && !taken.has(index) ? [index] : [],
  );
  if (covered.length < 2) return covered[0];
  const likeness = (words: string) => alike(tidy(words), tidy(wordsOf(piece)));
  const textAt = (index: number) => paragraphs[index]?.text ?? '';
  const [closest] = covered.toSorted((one, other) => likeness(textAt(other)) - likeness(textAt(one)) || one - other);
  const isCut = likeness(covered.map(textAt).join('')) > likeness(textAt(closest ?? 0));
  return isCut ? covered[0] : closest;
}

function unchanged(
  piece: WordedPiece,
  paragraphs: readonly WordParagraph[],
  taken: ReadonlySet<number>,
): number | undefined {
  const words = tidy(wordsOf(piece));
  const index = paragraphs.findIndex(({ text }, at) => !taken.has(at) && tidy(text) === words);
  return index < 0 ? undefined : index;
}

function between(
  pieces: readonly WordedPiece[],
  paragraphOf: ReadonlyMap<WordedPiece, number>,
  at: number,
  end: number,
): readonly [number, number] {
  const before = pieces.slice(0, at).flatMap((piece) => paragraphOf.get(piece) ?? []);
  const after = pieces.slice(at + 1).flatMap((piece) => paragraphOf.get(piece) ?? []);
  return [Math.max(-1, ...before), Math.min(end, ...after)];
}

function likest(
  piece: WordedPiece,
  paragraphs: readonly WordParagraph[],
  taken: ReadonlySet<number>,
  [low, high]: readonly [number, number],
): number | undefined {
  const words = tidy(wordsOf(piece));
  const [best] = paragraphs
    .map(({ text }, index) => ({
      index,
      likeness: index > low && index < high && !taken.has(index) ? alike(tidy(text), words) : 0,
    }))
    .toSorted((one, other) => other.likeness - one.likeness || one.index - other.index);
  return best !== undefined && best.likeness >= alikeEnough ? best.index : undefined;
}
