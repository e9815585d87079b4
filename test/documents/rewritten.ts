import { strToU8, zipSync } from 'fflate';
import { unpacked } from './unpacked.js';

/** A document as another program saved it: parts changed, added, or, where undefined, left out. */
export function rewritten(
  file: Uint8Array,
  change: (parts: Record<string, string>) => Readonly<Record<string, string | undefined>>,
): Buffer {
  const parts = Object.entries(change({ ...unpacked(file) })).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, strToU8(text)] as const],
  );
  return Buffer.from(zipSync(Object.fromEntries(parts)));
}

/** The same, of its text alone. */
export function withBody(file: Uint8Array, change: (xml: string) => string): Buffer {
  return rewritten(file, (parts) => ({ ...parts, 'word/document.xml': change(parts['word/document.xml'] ?? '') }));
}

/** The paragraph that holds a bookmark, changed. */
export function inParagraph(xml: string, bookmark: string, change: (paragraph: string) => string): string {
  const at = xml.indexOf(`w:name="${bookmark}"`);
  if (at < 0) throw new Error(`no bookmark ${bookmark}`);
  const start = xml.lastIndexOf('<w:p>', at);
  const end = xml.indexOf('</w:p>', at) + '</w:p>'.length;
  return xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end);
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}
