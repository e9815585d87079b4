import { headLines } from '../read/head-lines.js';
import { decodeHeaderText } from '../read/header-text.js';

/** What a list of letters shows. */
export interface LetterHead {
  readonly subject: string;
  /** As the headers print them: `"名称" <address>`. */
  readonly from: string;
  readonly to: string;
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly date: string;
}

// Encoded words and raw eight-bit names are decoded only for the fields that are shown.
const field = (lines: readonly string[], name: string): string => {
  const prefix = `${name}:`;
  const line = lines.find((candidate) => candidate.slice(0, prefix.length).toLowerCase() === prefix);
  return line ? decodeHeaderText(line.slice(prefix.length)).text : '';
};

export const readHead = (raw: Buffer): LetterHead => {
  const lines = headLines(raw);
  return {
    subject: field(lines, 'subject'),
    from: field(lines, 'from'),
    to: field(lines, 'to'),
    messageId: field(lines, 'message-id'),
    inReplyTo: field(lines, 'in-reply-to'),
    date: field(lines, 'date'),
  };
};
