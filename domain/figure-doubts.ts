import type { Target } from './register.js';

const leap = 3;

type Measured = Pick<Target, 'kind' | 'unit' | 'value'>;

/**
 * Why a figure is asked once more before it is taken, in a Chinese sentence without a full stop: a year's sum cannot
 * fall, seldom trebles within a round, and rarely passes its target; a percentage does not pass 100. Undefined for a
 * figure that raises no doubt; one that stays where it was confirmed before raises none.
 */
export function figureDoubt(target: Measured, last: number | undefined, value: number): string | undefined {
  if (value === last) return undefined;
  const doubts = target.kind === 'cumulative' ? sumDoubts(target, last, value) : percentDoubts(target, last, value);
  return doubts.length === 0 ? undefined : doubts.join('，');
}

function sumDoubts({ unit, value: goal }: Measured, last: number | undefined, value: number): readonly string[] {
  const doubts: string[] = [];
  if (last !== undefined && value < last) doubts.push(`累计${value}${unit}，小于上期${last}${unit}`);
  if (last !== undefined && last > 0 && value > leap * last) {
    doubts.push(`累计${value}${unit}，超过上期${last}${unit}的${leap}倍`);
  }
  if (goal > 0 && value > goal && !(last !== undefined && last > goal)) {
    doubts.push(`累计${value}${unit}，超过年度目标${goal}${unit}，完成率超过100%`);
  }
  return doubts;
}

function percentDoubts({ kind, unit }: Measured, last: number | undefined, value: number): readonly string[] {
  const isShare = (kind === 'ratio' || kind === 'hold') && /^[%％]$/.test(unit);
  return isShare && value > 100 && !(last !== undefined && last > 100) ? [`${value}${unit}，超过100%`] : [];
}
