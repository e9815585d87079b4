import type { TextPiece } from './outline.js';
import { tidy } from './tidy.js';

export interface OwnWords {
  readonly text: string;
  /** Where what is printed before the text was changed. */
  readonly problem?: string;
}

/** A paragraph without its lead: what is printed before a text is no part of it, and numbers count by themselves. */
export function ownWords({ lead, place }: TextPiece, paragraph: string): OwnWords {
  const words = tidy(paragraph);
  if (lead === '') return { text: words };
  if (words.startsWith(lead)) return { text: tidy(words.slice(lead.length)) };
  const number = /^\d+\s*[．.、]\s*/.exec(words);
  if (/^\d/.test(lead)) return { text: number ? tidy(words.slice(number[0].length)) : words };
  const other = /^(（[一二三四五六七八九十]+）[^。]{0,30}。|[〔［[]提要[〕］\]])/.exec(words);
  if (other) return { text: tidy(words.slice(other[0].length)), problem: `${place}的“${lead}”改成了“${other[0]}”` };
  return { text: words };
}
