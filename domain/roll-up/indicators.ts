import { lights, percent, type Light } from '../pace.js';
import { monthDay } from './bulletin-dates.js';
import type { Cell, Column, Row, Section } from './bulletin-model.js';
import { cite, citeAll, type Entry, type Indicator } from './entry.js';
import { figure, lag, measured } from './gap.js';
import { paragraph, prose } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';
import { dayShare } from '../target-share.js';

const rowLimit = 15;
const lightOrder: readonly Light[] = ['red', 'yellow', 'missing', 'green', 'unpaced'];

interface Line {
  readonly entry: Entry;
  readonly indicator: Indicator;
}

/** 重点指标: red lights first, at most 15 rows; figures of different scope are never added or compared. */
export function indicators(entries: readonly Entry[], input: RollUpInput): Section | undefined {
  const all = entries
    .filter(({ arrival }) => arrival !== 'notAsked' && arrival !== 'excused')
    .flatMap((entry) => entry.indicators.map((indicator): Line => ({ entry, indicator })))
    .toSorted(byUrgency);
  if (all.length === 0) return undefined;
  const shown = all.slice(0, rowLimit);
  const scoped = shown.some(({ indicator }) => indicator.target.scope !== undefined);
  const table = {
    kind: 'table' as const,
    id: 'table-indicators',
    caption: '重点指标进展情况',
    columns: columns(scoped),
    rows: shown.map((line) => row(line, scoped, input)),
    note: '口径不同的指标不相加、不比较；预计年底数按年初以来日均进度推算，只推算累计类指标。',
  };
  const rest = all.length - shown.length;
  const others = all.slice(rowLimit).map(({ entry }) => entry);
  const more = paragraph('indicators-more', prose`其余${citeAll(others, String(rest))}项指标见附表。`);
  return { id: 'indicators', blocks: rest === 0 ? [table] : [table, more] };
}

function byUrgency(one: Line, other: Line): number {
  const order = ({ indicator }: Line) => lightOrder.indexOf(indicator.pace.light);
  return (
    order(one) - order(other) ||
    lag(other.indicator) - lag(one.indicator) ||
    one.entry.task.number - other.entry.task.number
  );
}

function columns(scoped: boolean): readonly Column[] {
  const scope: readonly Column[] = scoped ? [{ name: '口径', width: 10, align: 'left' }] : [];
  return [
    { name: '指标', width: scoped ? 14 : 20, align: 'left' },
    { name: '单位', width: scoped ? 10 : 14, align: 'center' },
    ...scope,
    { name: '年度目标', width: 12, align: 'right' },
    { name: '本期累计', width: 13, align: 'right' },
    { name: '完成率', width: 12, align: 'right' },
    { name: '序时', width: 10, align: 'right' },
    { name: '灯', width: 10, align: 'center' },
    { name: '预计年底', width: 9, align: 'right' },
  ];
}

function row({ entry, indicator }: Line, scoped: boolean, input: RollUpInput): Row {
  const { target, value, pace } = indicator;
  const scope: readonly Cell[] = scoped ? [{ spans: [target.scope ?? '按台账'] }] : [];
  return {
    key: `${entry.task.number}-${indicator.index}`,
    kind: 'data',
    cells: [
      { spans: [`${entry.task.number}．${entry.task.title}`] },
      { spans: [entry.lead.name] },
      ...scope,
      targetCell(indicator),
      { spans: [value === undefined ? lights.missing : cite(entry, measured(value, target.unit))] },
      achievedCell(entry, indicator),
      { spans: [pace.expected === undefined ? '—' : `${percent(pace.expected)}%`] },
      { spans: [cite(entry, lights[pace.light])], light: pace.light },
      { spans: projection(entry, indicator, input) },
    ],
  };
}

function targetCell({ target }: Indicator): Cell {
  const spans = [measured(target.value, target.unit)];
  return target.by === '12-31' ? { spans } : { spans, below: [`${monthDay(`0000-${target.by}`)}前`] };
}

function achievedCell(entry: Entry, { pace }: Indicator): Cell {
  const { achieved, expected } = pace;
  if (achieved === undefined) return { spans: ['—'] };
  const bar = expected === undefined ? { achieved } : { achieved, expected };
  return { spans: [cite(entry, percent(achieved)), '%'], bar };
}

/** Where the year's daily average so far would lead by its end. */
function projection(entry: Entry, { target, value }: Indicator, { round, year }: RollUpInput) {
  if (value === undefined || target.kind !== 'cumulative') return ['—'];
  const elapsed = dayShare(round.cutoff, `${year}-12-31`);
  const whole = Math.floor(value / Math.max(elapsed, 1 / 366));
  return [cite(entry, figure(Math.max(whole, value)))];
}
