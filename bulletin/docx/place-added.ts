import type { WordParagraph } from '../../documents/read/word-document.js';
import type { LinedUp, WordedPiece } from './line-up.js';
import type { TextPiece } from './outline.js';
import { tidy } from './tidy.js';

export interface Placed {
  readonly ahead: ReadonlyMap<TextPiece, readonly string[]>;
  readonly behind: ReadonlyMap<TextPiece, readonly string[]>;
  /** Where nothing can be added. */
  readonly refused: readonly string[];
}

/** A new paragraph belongs to the text before it in its section, or, under a heading, to the one after it. */
export function placeAdded(
  pieces: readonly WordedPiece[],
  paragraphs: readonly WordParagraph[],
  { paragraphOf, added }: LinedUp,
): Placed {
  const order = [...paragraphOf].toSorted(([, one], [, other]) => one - other);
  const ahead = new Map<TextPiece, string[]>();
  const behind = new Map<TextPiece, string[]>();
  const refused: string[] = [];
  for (const index of added) {
    const words = tidy(paragraphs[index]?.text ?? '');
    const before = order.findLast(([, at]) => at < index)?.[0];
    const after = order.find(([, at]) => at > index)?.[0];
    const own = textBefore(pieces, before);
    if (own !== undefined) push(behind, own, words);
    else if (after?.kind === 'text' && after.section !== undefined && after.section === before?.section)
      push(ahead, after, words);
    else refused.push(`“${words.slice(0, 24)}${words.length > 24 ? '…' : ''}”加在了不能加段落的地方`);
  }
  return { ahead, behind, refused };
}

/** The nearest text at or before a piece of the same section; a heading has none. */
function textBefore(pieces: readonly WordedPiece[], piece: WordedPiece | undefined): TextPiece | undefined {
  if (piece === undefined) return undefined;
  if (piece.kind === 'text') return piece;
  if (piece.section === undefined || piece.role === 'heading') return undefined;
  const earlier = pieces.slice(0, pieces.indexOf(piece)).filter(({ section }) => section === piece.section);
  return earlier.findLast((other): other is TextPiece => other.kind === 'text');
}

function push(map: Map<TextPiece, string[]>, piece: TextPiece, words: string): void {
  map.set(piece, [...(map.get(piece) ?? []), words]);
}
