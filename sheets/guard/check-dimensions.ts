import { columnIndex } from '../cell-name.js';
import { refused } from '../sheet-refused.js';
import { limits } from './limits.js';

const tooMany = (what: string, most: number) =>
  refused('dimensions', `表格过大：${what}超过 ${most}`, '请删去空白的行、列和无关的工作表后另存');

/** Refuses a sheet with more rows, cells or merges than a reader should have to hold, or a cell far outside. */
export function checkWorksheet(content: Buffer): void {
  const text = content.toString('latin1');
  count(text, /<(?:[\w.-]+:)?row[\s/>]/g, '行数', limits.rows);
  count(text, /<(?:[\w.-]+:)?c[\s/>]/g, '单元格数', limits.cells);
  count(text, /<(?:[\w.-]+:)?mergeCell[\s/>]/g, '合并单元格数', limits.merges);
  for (const match of text.matchAll(/\sr\s*=\s*["']\s*([A-Za-z]*)(\d+)/g)) checkReach(match[1], match[2]);
  for (const [merge] of text.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^>]*>/g)) {
    for (const match of merge.matchAll(/([A-Za-z]+)(\d+)/g)) checkReach(match[1], match[2]);
  }
}

/** Shared strings are counted before they are built. */
export function checkStrings(content: Buffer): void {
  count(content.toString('latin1'), /<(?:[\w.-]+:)?si[\s/>]/g, '文字条数', limits.strings);
}

export function checkStyles(content: Buffer): void {
  count(content.toString('latin1'), /<(?:[\w.-]+:)?(?:xf|font|fill|border|numFmt)[\s/>]/g, '格式数', limits.styles);
}

export function checkSheetCount(content: Buffer): void {
  count(content.toString('latin1'), /<(?:[\w.-]+:)?sheet[\s/>]/g, '工作表数', limits.sheets);
}

function count(text: string, pattern: RegExp, what: string, most: number): void {
  const matches = text.matchAll(pattern);
  for (let found = 0; matches.next().done !== true; found += 1) {
    if (found === most) throw tooMany(what, most);
  }
}

/** A merge with a word for its reference has no reach: the reader leaves it out. */
function checkReach(letters = '', digits = ''): void {
  if (Number(digits) > limits.rows) throw tooMany('有单元格的行号', limits.rows);
  if (letters !== '' && !(columnIndex(letters.toUpperCase()) < limits.columns))
    throw tooMany('有单元格的列号', limits.columns);
}
