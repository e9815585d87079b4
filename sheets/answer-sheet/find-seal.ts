import type { Workbook } from '../workbook.js';
import { sealMark } from './answer-sheet.js';

/** The token of a 调度表, wherever its sheet stands and whether or not it is still hidden; undefined for other workbooks. */
export function findSeal({ sheets }: Workbook): string | undefined {
  for (const { rows } of sheets) {
    const [mark, token] = [rows[0]?.[0], rows[1]?.[0]];
    if (mark?.value === sealMark && token?.kind === 'text') return String(token.value).trim();
  }
  return undefined;
}
