import { printedTenths } from '../target-share.js';
import type { Span } from './bulletin-model.js';
import { cite, type Entry, type Indicator } from './entry.js';
import { prose } from './prose.js';

/** A figure as parties write it: half-width digits, no thousands marks, no binary dust. */
export function figure(value: number): string {
  return String(Number(value.toFixed(4)));
}

/** A value with its unit; percent follows without a gap, as everything does. */
export function measured(value: number, unit: string): string {
  return `${figure(value)}${unit}`;
}

/** 高于序时进度1.2个百分点; nothing where no pace can be told. */
export function paceText(entry: Entry, { pace }: Indicator): readonly Span[] | undefined {
  if (pace.achieved === undefined || pace.expected === undefined) return undefined;
  const gap = printedTenths(pace.achieved) - printedTenths(pace.expected);
  if (gap === 0) return ['与序时进度持平'];
  return prose`${gap > 0 ? '高于' : '低于'}序时进度${cite(entry, (Math.abs(gap) / 10).toFixed(1))}个百分点`;
}

/** How far an indicator lags, in tenths of a point; negative when ahead. For sorting. */
export function lag({ pace }: Indicator): number {
  return printedTenths(pace.expected ?? 0) - printedTenths(pace.achieved ?? 0);
}
