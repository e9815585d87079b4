import type { AskedTarget } from './answer-form.js';

/** A figure as people type it, full-width digits, separators and the unit forgiven; or the sentence that asks again. */
export function readFigure(text: string, target: AskedTarget): { readonly value: number | undefined } | string {
  const plain = text.normalize('NFKC').replaceAll(/[\s,，]/g, '');
  if (plain === '') return { value: undefined };
  const digits = plain.endsWith(target.unit.normalize('NFKC'))
    ? plain.slice(0, -target.unit.normalize('NFKC').length)
    : plain;
  if (!/^[+-]?\d+(\.\d+)?$/.test(digits)) return notANumber(text, target);
  const value = Number(digits);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return `“本年累计”填的“${text}”太大，请核对单位（应为${target.unit}）`;
  }
  if (value < 0 && target.kind !== 'ratio')
    return `“本年累计”不能是负数（填的是“${text}”），请填本年累计的${target.unit}数`;
  return { value };
}

function notANumber(text: string, { unit }: AskedTarget): string {
  return `“本年累计”填的是“${text}”，读不出准确数；请只填数字（单位：${unit}），例如 1210，暂无数据的留空并在“本期进展”中说明`;
}
