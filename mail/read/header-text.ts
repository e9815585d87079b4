import { caps } from './caps.js';
import { charsetLabel, decodeBytes, type Decoded } from './charset.js';
import { decodeQuotedPrintable } from './transfer-encoding.js';

interface Piece {
  /** Empty for text that is no encoded word. */
  readonly charset: string;
  readonly bytes: Buffer;
}

const encodedWord = /=\?([^?\s]{1,40})\?([BQbq])\?([^?]*)\?=/g;

/** A header's value as people read it: folding, RFC 2047 words and raw eight-bit bytes decoded. `binary` holds a byte a character. */
export function decodeHeaderText(binary: string): Decoded {
  const pieces = joinSplitWords(piecesOf(unfold(binary).slice(0, caps.headerChars * 4)));
  const decoded = pieces.map(({ charset, bytes }) => decodeBytes(bytes, charset));
  const text = decoded.map((piece) => piece.text).join('');
  return {
    text: text
      .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .trim()
      .slice(0, caps.headerChars)
      .replace(/[\ud800-\udbff]$/, ''),
    doubtful: decoded.some((piece) => piece.doubtful),
  };
}

export function unfold(binary: string): string {
  return binary.replace(/\r?\n(?=[ \t])/g, '').replace(/[\r\n]+/g, ' ');
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of line.matchAll(encodedWord)) {
    const between = line.slice(end, match.index);
    // White space between two encoded words is not part of the text (RFC 2047, 6.2).
    if (between.trim() !== '' || end === 0) pieces.push({ charset: '', bytes: Buffer.from(between, 'latin1') });
    pieces.push(wordPiece(match[1] ?? '', match[2] ?? '', match[3] ?? ''));
    end = match.index + match[0].length;
  }
  return [...pieces, { charset: '', bytes: Buffer.from(line.slice(end), 'latin1') }];
}

function wordPiece(charset: string, encoding: string, data: string): Piece {
  const bytes = /b/i.test(encoding)
    ? Buffer.from(data, 'base64')
    : decodeQuotedPrintable(Buffer.from(data.replace(/_/g, ' '), 'latin1'));
  return { charset: charsetLabel(charset.replace(/\*.*$/, '')), bytes };
}

// Some programs split one character over two encoded words: bytes are joined first, decoded after.
function joinSplitWords(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last.charset !== '' && last.charset === piece.charset) {
      joined[joined.length - 1] = { charset: last.charset, bytes: Buffer.concat([last.bytes, piece.bytes]) };
    } else joined.push(piece);
  }
  return joined;
}
