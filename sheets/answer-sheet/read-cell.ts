import { type Rating, ratings } from '../../domain/rating.js';
import type { SheetTarget } from '../../domain/sheet-claims.js';
import type { Cell } from '../workbook.js';

/** What a cell says: its value, or what is wrong with it as a clause without a stop, or neither where it is empty. */
export interface CellRead<Value> {
  readonly value?: Value;
  readonly problem?: string;
}

export function readText(cell: Cell | undefined): CellRead<string> {
  const broken = brokenCell(cell);
  if (broken !== undefined) return { problem: broken };
  return isSaid(cell) ? { value: textOf(cell) } : {};
}

/** A figure for a target; a percentage cell holds the fraction of what it shows. */
export function readFigure(cell: Cell | undefined, { unit }: SheetTarget): CellRead<number> {
  const broken = brokenCell(cell);
  if (broken !== undefined) return { problem: broken };
  if (cell?.kind === 'percent' && typeof cell.value === 'number') return counted(rounded(cell.value * 100), cell);
  if (cell?.kind === 'number' && typeof cell.value === 'number') return counted(rounded(cell.value), cell);
  if (!isSaid(cell)) return {};
  const text = halfWidth(textOf(cell));
  const plain = text.replaceAll(/\s/gu, '').replace(/^累计(?:完成)?[::]?/u, '');
  const number = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/u.exec(plain);
  const rest = plain.slice(number?.[0].length ?? 0);
  if (number !== null && (rest === '' || rest === halfWidth(unit).replaceAll(/\s/gu, '')))
    return counted(rounded(Number(`${(number[1] ?? '').replaceAll(',', '')}${number[2] ?? ''}`)), cell);
  return { problem: `填“${short(text)}”，请只填数字，例如 1210` };
}

export function readRating(cell: Cell | undefined): CellRead<Rating> {
  const read = readText(cell);
  if (read.value === undefined) return read.problem === undefined ? {} : { problem: read.problem };
  const said = halfWidth(read.value).replaceAll(/[\s"'“”。.]/gu, '');
  const found = (Object.keys(ratings) as Rating[]).find((rating) => ratings[rating] === said);
  if (found !== undefined) return { value: found };
  return { problem: `自评填“${short(read.value)}”，请从“${Object.values(ratings).join('、')}”中选择` };
}

/** Nothing new since last time, in the words offices use for it. */
export const saysUnchanged = (cell: Cell | undefined): boolean =>
  /^(?:本期|与?上期相?比?|较上期)?(?:无(?:新的?)?(?:变化|进展|变动)|没有(?:新的?)?(?:变化|变动)|同上期|与上期(?:一致|相同))[。.]?$/u.test(
    textOf(cell).replaceAll(/\s/gu, ''),
  );

/** A dash stands for nothing. */
export const isSaid = (cell: Cell | undefined): boolean => !/^[-—–/]*$/u.test(textOf(cell));

export const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : String(cell.value).trim());

export const halfWidth = (text: string): string =>
  text.replaceAll(/[\uff01-\uff5e\u3000\u00a0]/gu, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
  });

export const short = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > 30 ? `${line.slice(0, 30)}……` : line;
};

export function brokenCell(cell: Cell | undefined): string | undefined {
  if (cell?.kind === 'error') return `公式出错（${cell.value}），请直接填写内容`;
  return cell?.kind === 'uncached' ? '公式没有存下结果，请直接填写内容' : undefined;
}

/** Sums of a spreadsheet carry the noise of binary fractions. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const counted = (value: number, cell: Cell | undefined): CellRead<number> =>
  Number.isFinite(value) && value >= 0 ? { value } : { problem: `填“${textOf(cell)}”，累计数不能小于零` };
