import { BookmarkEnd, BookmarkStart, type IParagraphOptions, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { OfficeStyle } from './official-styles.js';
import { printable } from './printable.js';

/** Words set alike; a tab in the text is a tab, a line break is one. */
export function words(text: string, options: ConstructorParameters<typeof TextRun>[0] = {}): TextRun[] {
  const looks = typeof options === 'string' ? {} : options;
  return printable(text)
    .split('\n')
    .map((line, index) => {
      const parts = line.split('\t').flatMap((part, nth) => (nth === 0 ? [part] : [new Tab(), part]));
      return new TextRun({ ...looks, ...(index > 0 && { break: 1 }), children: parts });
    });
}

export type Writer = (
  style: OfficeStyle,
  children: readonly ParagraphChild[],
  options?: IParagraphOptions & { readonly bookmark?: string },
) => Paragraph;

/** Bookmarks are numbered per document: the same document is the same bytes. */
export function openWriter(): Writer {
  let last = 0;
  return (style, children, { bookmark, ...options } = {}) => {
    if (bookmark === undefined) return new Paragraph({ style, ...options, children: [...children] });
    last += 1;
    const marked = [new BookmarkStart(bookmark, last), ...children, new BookmarkEnd(last)];
    return new Paragraph({ style, ...options, children: marked as unknown as ParagraphChild[] });
  };
}
