import { readDocument } from '../../documents/read/read-document.js';
import type { WordDocument, WordParagraph } from '../../documents/read/word-document.js';
import type { WordFinding } from '../../domain/office-requests.js';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { changedFigures, type ChangedFigure } from '../../domain/roll-up/changed-figures.js';
import { traceTitle } from '../source-names.js';
import { compareTables } from './compare-tables.js';
import { type LinedUp, lineUp, type WordedPiece } from './line-up.js';
import { type Outline, outlineOf, type Piece, type TextPiece } from './outline.js';
import { placeAdded } from './place-added.js';
import { ownWords } from './own-words.js';
import { tidy } from './tidy.js';

/** What a coordinator changed in Word: new texts by paragraph id, and what must be told. */
export interface WordEdits {
  readonly texts: Readonly<Record<string, string>>;
  readonly findings: readonly WordFinding[];
}

export function readWord(bytes: Buffer): WordDocument {
  return readDocument(bytes);
}

/** Holds a returned document against the version it shows. */
export function wordEdits(model: BulletinModel, document: WordDocument): WordEdits {
  const pieces = allPieces(outlineOf(model));
  const worded = pieces.filter((piece): piece is WordedPiece => piece.kind === 'text' || piece.kind === 'fixed');
  const paragraphs = document.blocks.filter(
    (block): block is WordParagraph => block.kind === 'paragraph' && !isOrnament(block),
  );
  const lined = lineUp(worded, paragraphs);
  const fixed: string[] = [...fixedChanges(worded, paragraphs, lined), ...moved(worded, lined)];
  const texts = newTexts(worded, paragraphs, lined, fixed);
  const tables = document.blocks.filter((block) => block.kind === 'table');
  fixed.push(
    ...compareTables(
      pieces.filter((piece) => piece.kind === 'table' || piece.kind === 'bars'),
      tables,
    ),
  );
  return {
    texts,
    findings: [
      ...figureFindings(worded, texts),
      ...finding('fixed', [...fixed, ...document.unread.map(unreadSentence)]),
      ...told(worded, texts, document),
    ],
  };
}

function allPieces({ body, back }: Outline): readonly Piece[] {
  return [...body, ...back];
}

/** Our own banner and the legend of a picture. */
function isOrnament({ text, bookmarks }: WordParagraph): boolean {
  return bookmarks.some((name) => /^syf_(draft|legend_)/.test(name)) || /^草稿第\d+版，未经签发|^[■□]/.test(tidy(text));
}

function fixedChanges(
  pieces: readonly WordedPiece[],
  paragraphs: readonly WordParagraph[],
  { paragraphOf }: LinedUp,
): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.kind !== 'fixed') return [];
    const index = paragraphOf.get(piece);
    const words = index === undefined ? undefined : bare(paragraphs[index]?.text ?? '');
    if (words === bare(piece.text)) return [];
    return [
      words === undefined || words === '' ? `${piece.place}被删去` : `${piece.place}改成了“${words.slice(0, 40)}”`,
    ];
  });
}

/** The frame's words are set with tabs and spaces. */
function bare(text: string): string {
  return tidy(text).replaceAll(/\s+/g, '');
}

/** The fewest that had to move for this order. */
function moved(pieces: readonly WordedPiece[], { paragraphOf }: LinedUp): readonly string[] {
  const standing = pieces.flatMap((piece) => {
    const index = paragraphOf.get(piece);
    return index === undefined ? [] : [{ piece, index }];
  });
  const stayed = new Set(longestRising(standing.map(({ index }) => index)));
  return standing.filter(({ index }) => !stayed.has(index)).map(({ piece }) => `${piece.place}换了位置`);
}

function longestRising(numbers: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = [];
  for (const number of numbers) {
    const before =
      runs.filter((run) => (run.at(-1) ?? -1) < number).toSorted((one, other) => other.length - one.length)[0] ?? [];
    runs.push([...before, number]);
  }
  return runs.toSorted((one, other) => other.length - one.length)[0] ?? [];
}

function newTexts(
  pieces: readonly WordedPiece[],
  paragraphs: readonly WordParagraph[],
  lined: LinedUp,
  fixed: string[],
): Readonly<Record<string, string>> {
  const { ahead, behind, refused } = placeAdded(pieces, paragraphs, lined);
  fixed.push(...refused);
  const texts: Record<string, string> = {};
  for (const piece of pieces) {
    if (piece.kind !== 'text') continue;
    const index = lined.paragraphOf.get(piece);
    const given = index === undefined ? { text: '' } : ownWords(piece, paragraphs[index]?.text ?? '');
    if (given.problem !== undefined) fixed.push(given.problem);
    const text = [...(ahead.get(piece) ?? []), given.text, ...(behind.get(piece) ?? [])]
      .filter((line) => line !== '')
      .join(piece.role === 'title' ? '' : '\n');
    if (text === tidy(piece.text)) continue;
    if (text === '' && (piece.role === 'title' || piece.role === 'summary'))
      fixed.push(`${piece.place}被删去，而它不得为空`);
    else texts[piece.id] = piece.role === 'summary' ? text.replaceAll('\n', '') : text;
  }
  return texts;
}

function figureFindings(
  pieces: readonly WordedPiece[],
  texts: Readonly<Record<string, string>>,
): readonly WordFinding[] {
  return pieces.flatMap((piece) => {
    const text = texts[piece.id];
    if (piece.kind !== 'text' || text === undefined) return [];
    return finding(
      'figure',
      changedFigures(piece.paragraph.spans, text).map((figure) => figureSentence(piece, figure)),
    );
  });
}

function figureSentence({ place }: TextPiece, { before, after, from }: ChangedFigure): string {
  if (before === undefined) return `${place}新写了 ${after}：没有报送数据可以对照`;
  if (from === undefined) return `${place}的 ${before} 改成了 ${after}：不是报送数据，请核实`;
  return `${place}的 ${before} 改成了 ${after}：与报送数据不符（${traceTitle(from)}）`;
}

/** What is taken, and what a reader of the document would want to know. */
function told(
  pieces: readonly WordedPiece[],
  texts: Readonly<Record<string, string>>,
  { comments, inserted, deleted }: WordDocument,
): readonly WordFinding[] {
  const changes = pieces.flatMap((piece) => {
    const text = texts[piece.id];
    if (piece.kind !== 'text' || text === undefined) return [];
    return [text === '' ? `${piece.place}删去` : `${piece.place}${text.includes('\n') ? '改动并增加段落' : '改动'}`];
  });
  const tracked =
    inserted + deleted === 0 ? [] : [`文件带有修订标记，按全部接受处理：新增 ${inserted} 处，删除 ${deleted} 处`];
  const notes = comments.map(
    ({ author, text, at }) =>
      `批注${author === '' ? '' : `（${author}）`}${at === '' ? '' : `在“${at.slice(0, 16)}…”处`}：${text}`,
  );
  return [...finding('change', changes), ...finding('note', tracked), ...finding('comment', notes)];
}

function unreadSentence(what: string): string {
  return `文件中有${what}，其中的文字不采用`;
}

function finding(kind: WordFinding['kind'], sentences: readonly string[]): readonly WordFinding[] {
  return sentences.map((text) => ({ kind, text }));
}
