import type { Cell } from '../../../sheets/workbook.js';

/** What a cell says, trimmed; a number as it is written, a date as `2026-06-30`. Empty for an empty cell. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'error' || cell.kind === 'uncached') return '';
  if (cell.kind === 'percent' && typeof cell.value === 'number') return `${inPercent(cell.value)}%`;
  if (typeof cell.value === 'boolean') return cell.value ? '是' : '否';
  return String(cell.value).trim();
}

/** Empty, or one of the strokes that people put where there is nothing. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell?.kind === 'error' || cell?.kind === 'uncached') return false;
  return /^[\s—–－\-―─/／]*$/u.test(textOfCell(cell));
}

/** As `isBlank`, and the words for nothing that stand in columns which need not be filled. */
export function isNothing(cell: Cell | undefined): boolean {
  return isBlank(cell) || /^(无|暂无|没有|不涉及|不量化|无量化目标|无量化指标)$/.test(textOfCell(cell));
}

/** A fraction as percent, without the dust of binary arithmetic: 0.98 is 98. */
export const inPercent = (fraction: number): number => Number((fraction * 100).toPrecision(12));

/** Half-width forms, no spaces, lower case: how labels and words are compared. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

/** One line of what was broken to fit a cell; Chinese joins without a space. */
export function oneLine(text: string): string {
  const lines = text.split(/[\n\r]+/u).map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .reduce((joined, line) => joined + (isChinese(joined.at(-1)) && isChinese(line[0]) ? '' : ' ') + line, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

const isChinese = (letter = ''): boolean => /[\p{sc=Han}（）《》“”，、。；：]/u.test(letter);
