import type { LetterPaper } from '../domain/board.js';
import { letterName } from '../domain/letter-names.js';

/** 目录: as CSV with a byte order mark, so that Excel and WPS read it as UTF-8. */
export function letterIndex(exported: readonly { readonly file: string; readonly paper: LetterPaper }[]): string {
  const head = ['序号', '文号', '主送', '文种', '标题', '日期', '页数（约）', '文件', '函编号'];
  const rows = exported.map(({ file, paper: { id, number, addressee, kind, title, date, pages } }, index) => [
    index + 1,
    number ?? '',
    addressee,
    letterName(kind),
    title,
    date,
    pages,
    file,
    id,
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** A title that begins with = would be a formula to a spreadsheet. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
