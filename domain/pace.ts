import { isoDate } from './iso-date.js';
import { dueDays, type DueDay } from './due-days.js';
import { dayShare, printedTenths, reached, shareOf } from './target-share.js';
import type { Target } from './register.js';

/** How a figure stands against its target; the last two are no light: 不计序时 and 未报. */
export const lights = { green: '绿灯', yellow: '黄灯', red: '红灯', unpaced: '不计序时', missing: '未报' } as const;

export type Light = keyof typeof lights;

/** A figure of an earlier round: what shows that a due day was missed. */
export interface EarlierFigure {
  /** ISO date as of which it was counted. */
  readonly cutoff: string;
  readonly value: number;
}

export interface Reading {
  readonly target: Target;
  /** The campaign's year, in which the target's `MM-DD` days lie. */
  readonly year: number;
  /** ISO date to which the figure is counted. */
  readonly cutoff: string;
  /** Absent: 未报. */
  readonly value?: number;
  readonly earlier?: readonly EarlierFigure[];
  /** ISO date on which the party says the work was completed. */
  readonly completedOn?: string;
}

export interface Pace {
  readonly light: Light;
  /** Share of the target reached, 1 = all of it; absent without a figure or where no share can be told. */
  readonly achieved?: number;
  /** Share that was due at the cutoff; absent where nothing is paced. */
  readonly expected?: number;
  /** A due day passed unreached: at best yellow from then on. */
  readonly late: boolean;
}

/** Short of what was due by at most this many percentage points is yellow, by more is red. */
export const yellowPoints = 10;

/**
 * The pace (序时进度) of one figure against one target, judged on the one-decimal percentages that are printed
 * (design.md, "pace"): by the target's milestones where it has any, else by calendar days to the cutoff;
 * ratios and held values are green once reached, else by milestones, else 不计序时. After the target's own
 * day unreached is red; a due day that was missed and caught up is yellow, never green.
 */
export function pace(reading: Reading): Pace {
  const { target, value, cutoff, year } = reading;
  const days = dueDays(target, year);
  const due = dueShare(reading, days);
  const expected = due === undefined ? {} : { expected: due };
  if (value === undefined) return { light: 'missing', ...expected, late: missedBefore(reading, days) };
  const late = missedBefore(reading, days) || completedLate(reading);
  const share = shareOf(target, value);
  const shares = { ...(share === undefined ? {} : { achieved: share }), ...expected };
  const judged = (light: Light): Pace => ({ light: late && light === 'green' ? 'yellow' : light, ...shares, late });
  if (reached(target, value)) return judged('green');
  if (cutoff > lastDay(target, year)) return { light: 'red', ...shares, late: true };
  if (due === undefined) return judged('unpaced');
  return judged(lightOfGap(share, due));
}

/** A share as the bulletin prints it, `80.0`: never 100.0 before all of it is reached. */
export function percent(share: number): string {
  return (printedTenths(share) / 10).toFixed(1);
}

function dueShare({ target, cutoff, year }: Reading, days: readonly DueDay[]): number | undefined {
  if (cutoff > lastDay(target, year)) return 1;
  if (target.milestones !== undefined && target.milestones.length > 0) {
    const last = days.findLast((day) => day.on <= cutoff);
    return last === undefined ? undefined : shareOf(target, last.value);
  }
  return isPacedByDays(target) ? dayShare(cutoff, lastDay(target, year)) : undefined;
}

function isPacedByDays({ kind, baseline }: Target): boolean {
  if (kind === 'reduce') return baseline !== undefined;
  return kind === 'cumulative' || kind === 'stock';
}

function lightOfGap(share: number | undefined, due: number): Light {
  if (share === undefined) return 'red';
  const gap = printedTenths(due) - printedTenths(share);
  if (gap <= 0) return 'green';
  return gap <= yellowPoints * 10 ? 'yellow' : 'red';
}

/** Some figure counted after a due day was still short of that day's value. */
function missedBefore(reading: Reading, days: readonly DueDay[]): boolean {
  return (reading.earlier ?? []).some(({ cutoff, value }) =>
    days.some((day) => cutoff > day.on && cutoff < reading.cutoff && !reached(reading.target, value, day.value)),
  );
}

function completedLate({ target, year, completedOn }: Reading): boolean {
  return completedOn !== undefined && completedOn > lastDay(target, year);
}

function lastDay(target: Target, year: number): string {
  const [month, day] = target.by.split('-').map(Number);
  return isoDate(year, month ?? 0, day ?? 0);
}
