import { guardDocument, type Parts } from '../guard/guard-document.js';
import { elements, first, parseXml, words, type XmlElement } from './parse-xml.js';
import { gather, type Gathered, mark, type Tally } from './read-words.js';
import type { WordComment, WordDocument, WordParagraph, WordTable } from './word-document.js';

/** A Word or WPS document by its words; hostile files are refused before a parser sees them. */
export function readDocument(bytes: Buffer, atMost?: number): WordDocument {
  const parts = guardDocument(bytes, atMost);
  const tally: Tally = { opened: new Map(), unread: new Set(), inserted: 0, deleted: 0 };
  const body = first(parseXml(parts.get('word/document.xml') ?? ''), 'body');
  const comments = commentTexts(parts);
  const found: WordComment[] = [];
  const blocks =
    body === undefined
      ? []
      : readBlocks(body, tally, (id, at) => {
          const comment = comments.get(id);
          if (comment && comments.delete(id)) found.push({ ...comment, at });
        });
  for (const comment of comments.values()) found.push({ ...comment, at: '' });
  const { inserted, deleted, unread } = tally;
  return { blocks, properties: propertiesOf(parts), comments: found, inserted, deleted, unread: [...unread] };
}

type OnComment = (id: string, at: string) => void;

/** Paragraphs and tables in order, also those inside content controls. */
function readBlocks(parent: XmlElement, tally: Tally, onComment: OnComment): readonly (WordParagraph | WordTable)[] {
  const blocks: (WordParagraph | WordTable)[] = [];
  let pending: Gathered | undefined;
  const walk = (element: XmlElement): void => {
    for (const child of elements(element)) {
      if (child.name === 'p') {
        pending = paragraphInto(pending, child, tally);
        // Its mark was deleted: it runs on into the next paragraph.
        if (isMarkDeleted(child, tally)) continue;
        blocks.push(finished(pending, onComment));
        pending = undefined;
      } else if (child.name === 'tbl') blocks.push(readTable(child, tally, onComment));
      else if (child.name === 'bookmarkStart' || child.name === 'bookmarkEnd') {
        pending ??= begun(tally);
        mark(child, pending, tally);
      } else if (child.name === 'altChunk') tally.unread.add('插入的文件');
      else if (
        child.name === 'sdtContent' ||
        child.name === 'ins' ||
        child.name === 'moveTo' ||
        child.name === 'sdt' ||
        child.name === 'customXml'
      )
        walk(child);
    }
  };
  walk(parent);
  if (pending !== undefined && pending.text !== '') blocks.push(finished(pending, onComment));
  return blocks;
}

function begun({ opened }: Tally): Gathered {
  return { text: '', bookmarks: new Set(opened.values()), comments: new Set() };
}

function paragraphInto(pending: Gathered | undefined, paragraph: XmlElement, tally: Tally): Gathered {
  const gathered = pending ?? begun(tally);
  gather(paragraph, gathered, tally);
  return gathered;
}

function isMarkDeleted(paragraph: XmlElement, tally: Tally): boolean {
  const marks = first(first(paragraph, 'pPr'), 'rPr');
  const deleted = first(marks, 'del') ?? first(marks, 'moveFrom');
  if (deleted !== undefined) tally.deleted += 1;
  return deleted !== undefined;
}

function finished({ text, bookmarks, comments }: Gathered, onComment: OnComment): WordParagraph {
  for (const id of comments) onComment(id, text.trim());
  return { kind: 'paragraph', text, bookmarks: [...bookmarks] };
}

function readTable(table: XmlElement, tally: Tally, onComment: OnComment): WordTable {
  const rows = unwrapped(table, 'tr').filter((row) => {
    const gone = first(first(row, 'trPr'), 'del') !== undefined;
    if (gone) tally.deleted += 1;
    return !gone;
  });
  return {
    kind: 'table',
    rows: rows.map((row) => unwrapped(row, 'tc').map((cell) => cellText(cell, tally, onComment))),
  };
}

function cellText(cell: XmlElement, tally: Tally, onComment: OnComment): string {
  return readBlocks(cell, tally, onComment)
    .map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat().join(' ')))
    .join('\n');
}

/** Rows and cells, also those inside content controls. */
function unwrapped(parent: XmlElement, name: string): readonly XmlElement[] {
  return elements(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return ['sdt', 'sdtContent', 'ins', 'customXml'].includes(child.name) ? unwrapped(child, name) : [];
  });
}

function commentTexts(parts: Parts): Map<string, { author: string; text: string }> {
  const part = parts.get('word/comments.xml');
  if (part === undefined) return new Map();
  return new Map(
    elements(parseXml(part), 'comment').map((comment) => {
      const { id = '', author = '' } = comment.attributes;
      return [id, { author, text: elements(comment, 'p').map(words).join('\n').trim() }];
    }),
  );
}

function propertiesOf(parts: Parts): Readonly<Record<string, string>> {
  const part = parts.get('docProps/custom.xml');
  if (part === undefined) return {};
  const properties = elements(parseXml(part), 'property');
  return Object.fromEntries(properties.map((property) => [property.attributes['name'] ?? '', words(property).trim()]));
}
