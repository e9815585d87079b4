import { elements, first, words, type XmlElement } from './parse-xml.js';

/** What a walk through the document notes besides its words. */
export interface Tally {
  readonly opened: Map<string, string>;
  readonly unread: Set<string>;
  inserted: number;
  deleted: number;
}

export interface Gathered {
  text: string;
  readonly bookmarks: Set<string>;
  readonly comments: Set<string>;
}

const unread: Readonly<Record<string, string>> = {
  drawing: '图形或文本框',
  pict: '图形或文本框',
  AlternateContent: '图形或文本框',
  object: '嵌入的对象',
  oMath: '公式',
  oMathPara: '公式',
  sym: '特殊符号',
  footnoteReference: '脚注',
  endnoteReference: '尾注',
  altChunk: '插入的文件',
};
const dropped = new Set([
  'pPr',
  'rPr',
  'instrText',
  'delText',
  'delInstrText',
  'sdtPr',
  'sdtEndPr',
  'fldData',
  'proofErr',
]);

/** The words of a paragraph with its changes accepted: insertions are words, deletions are none. */
export function gather(element: XmlElement, into: Gathered, tally: Tally): void {
  for (const child of elements(element)) gatherChild(child, into, tally);
}

function gatherChild(child: XmlElement, into: Gathered, tally: Tally): void {
  const { name } = child;
  if (dropped.has(name)) return;
  const sort = unread[name];
  if (sort !== undefined) return void tally.unread.add(sort);
  switch (name) {
    case 't':
      into.text += words(child);
      return;
    case 'tab':
      into.text += '\t';
      return;
    case 'br':
    case 'cr':
      if (child.attributes['type'] === undefined || child.attributes['type'] === 'textWrapping') into.text += '\n';
      return;
    case 'noBreakHyphen':
      into.text += '-';
      return;
    case 'r':
      return gatherRun(child, into, tally);
    case 'ins':
    case 'moveTo':
      tally.inserted += 1;
      return gather(child, into, tally);
    case 'del':
    case 'moveFrom':
      tally.deleted += 1;
      return;
    case 'bookmarkStart':
    case 'bookmarkEnd':
      return mark(child, into, tally);
    case 'commentRangeStart':
    case 'commentReference':
      into.comments.add(child.attributes['id'] ?? '');
      return;
    default:
      gather(child, into, tally);
  }
}

function gatherRun(run: XmlElement, into: Gathered, tally: Tally): void {
  if (first(first(run, 'rPr'), 'vanish') !== undefined) return void tally.unread.add('隐藏文字');
  gather(run, into, tally);
}

/** A bookmark covers every paragraph from its start to its end. */
export function mark(
  { name, attributes: { id = '', name: bookmark = '' } }: XmlElement,
  into: Gathered,
  { opened }: Tally,
): void {
  if (name === 'bookmarkEnd') return void opened.delete(id);
  opened.set(id, bookmark);
  into.bookmarks.add(bookmark);
}
