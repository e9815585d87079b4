import type { Figure } from '../../domain/answer.js';
import type { Target } from '../../domain/register.js';
import { monthDay } from './chinese-date.js';

/** 1200批次, 87.5%: no thousands separators, percentages with one decimal. */
export const quantity = (value: number, unit: string): string =>
  unit === '%' ? `${value.toFixed(1)}%` : `${Number(value.toFixed(4))}${unit}`;

const kindWord = { cumulative: '累计', stock: '达到', ratio: '', hold: '保持', reduce: '压缩至' } as const;

/** 累计20台（套）（12月31日前） */
export const targetText = ({ value, unit, kind, by }: Target): string => {
  const last = monthDay(by);
  return `${kindWord[kind]}${quantity(value, unit)}${last && `（${last}前）`}`;
};

export const figureOf = (figures: readonly Figure[] | undefined, target: number): number | undefined =>
  figures?.find((figure) => figure.target === target)?.value;

/** Figures in the order of the targets, each with its unit; empty when none was ever given. */
export const figuresText = (targets: readonly Target[], figures: readonly Figure[] | undefined): string =>
  targets
    .flatMap(({ unit }, i) => {
      const value = figureOf(figures, i);
      return value === undefined ? [] : [quantity(value, unit)];
    })
    .join('；');

const signed = (value: number): string => `${value < 0 ? '' : '+'}${Number(value.toFixed(4))}`;

/** 累计1210批次（上期900，本期+310） */
export const progressText = (target: Target, value: number, last: number | undefined): string => {
  const word = target.kind === 'cumulative' ? '累计' : '';
  const change = last === undefined ? '' : `（上期${Number(last.toFixed(4))}，本期${signed(value - last)}）`;
  return `${word}${quantity(value, target.unit)}${change}`;
};
