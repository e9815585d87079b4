import libmime from 'libmime';
import { caps } from './caps.js';
import { decodeBytes, type Decoded } from './charset.js';
import { htmlToText } from './html-text.js';
import type { MailPart } from './split-parts.js';

/** The body of all text parts in order; of alternatives the plain one, or the HTML one where the plain one is empty. */
export function bodyText(parts: readonly MailPart[]): Decoded & { readonly truncated: boolean } {
  const plain = parts
    .filter(({ contentType }) => contentType !== 'text/html')
    .map((part) => ({ part, ...plainText(part) }));
  const told = new Set(
    plain.filter(({ text, part }) => part.alternative > 0 && isTold(text)).map(({ part }) => part.alternative),
  );
  const texts = parts.flatMap((part) => {
    if (part.contentType !== 'text/html') return plain.filter((entry) => entry.part === part);
    return told.has(part.alternative) ? [] : [htmlText(part)];
  });
  return {
    text: texts
      .map(({ text }) => text)
      .filter((text) => text.trim() !== '')
      .join('\n'),
    doubtful: texts.some(({ doubtful }) => doubtful),
    truncated: parts.some((part) => part.bytes.length > byteCap(part)),
  };
}

function isTold(text: string): boolean {
  return text.trim() !== '' && !/(不支持|无法显示|does not support|requires).{0,20}html/i.test(text.slice(0, 200));
}

function plainText(part: MailPart): Decoded {
  const decoded = decodeBytes(cutBytes(part), part.charset);
  return part.flowed ? { ...decoded, text: libmime.decodeFlowed(decoded.text, part.delSp) } : decoded;
}

function htmlText(part: MailPart): Decoded {
  const bytes = cutBytes(part);
  const decoded = decodeBytes(bytes, part.charset === '' ? metaCharset(bytes) : part.charset);
  return { ...decoded, text: htmlToText(decoded.text) };
}

function metaCharset(html: Buffer): string {
  return /charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(html.toString('latin1', 0, 4096))?.[1] ?? '';
}

function byteCap(part: MailPart): number {
  return part.contentType === 'text/html' ? caps.htmlBytes : caps.textBytes;
}

// Cut at a newline, which is never half of a character in UTF-8, GB18030 or Big5.
function cutBytes(part: MailPart): Buffer {
  const cap = byteCap(part);
  if (part.bytes.length <= cap) return part.bytes;
  const newline = part.bytes.lastIndexOf(0x0a, cap);
  return part.bytes.subarray(0, newline > cap / 2 ? newline : cap);
}
