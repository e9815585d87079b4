import { lights } from '../pace.js';
import { ratings } from '../rating.js';
import type { Cell, Row, Span, Table } from './bulletin-model.js';
import { categories } from './category.js';
import { cite, isUnread, type Entry, type Indicator } from './entry.js';
import { figure, measured } from './gap.js';
import { joined, prose } from './prose.js';

/** 附表: every task on a line, by area. How long a party has been silent is not said here: that is naming. */
export function annex(entries: readonly Entry[], areas: readonly string[]): Table {
  const all = [...new Set([...areas, ...entries.map(({ task }) => task.area)])];
  return {
    kind: 'table',
    id: 'annex',
    caption: `${entries.length}项任务进展一览`,
    columns: [
      { name: '序号', width: 6, align: 'center' },
      { name: '任务', width: 26, align: 'left' },
      { name: '牵头', width: 18, align: 'center' },
      { name: '状态（自评/核定）', width: 15, align: 'center' },
      { name: '累计/目标', width: 14, align: 'center' },
      { name: '灯', width: 9, align: 'center' },
      { name: '备注', width: 12, align: 'left' },
    ],
    rows: all.flatMap((area) => areaRows(area, entries)),
  };
}

function areaRows(area: string, entries: readonly Entry[]): readonly Row[] {
  const some = entries.filter(({ task }) => task.area === area);
  if (some.length === 0) return [];
  return [{ key: area, kind: 'group', cells: [{ spans: [`${area}（${some.length}项）`] }] }, ...some.map(row)];
}

function row(entry: Entry): Row {
  const { task, lead } = entry;
  return {
    key: String(task.number),
    kind: 'data',
    cells: [
      { spans: [String(task.number)] },
      { spans: [task.title] },
      { spans: [lead.name] },
      { spans: statusSpans(entry) },
      { spans: figureSpans(entry) },
      lightCell(entry),
      { spans: remarks(entry) },
    ],
  };
}

function statusSpans(entry: Entry): readonly Span[] {
  const self = entry.answer?.content.rating;
  const word = isUnread(entry) ? '已报送（待录入）' : categories[entry.category];
  if (self === undefined || ratings[self] === word) return [cite(entry, word)];
  return [cite(entry, `${ratings[self]}/${word}`)];
}

function figureSpans(entry: Entry): readonly Span[] {
  if (entry.indicators.length === 0) return ['—'];
  return joined(
    entry.indicators.map(({ value, target }) => {
      const goal = measured(target.value, target.unit);
      if (value === undefined) return prose`${absence(entry)}/${goal}`;
      return prose`${cite(entry, target.unit === '%' ? measured(value, '%') : figure(value))}/${goal}`;
    }),
    '；',
  );
}

/** The word in a figure's place; never an earlier figure. */
function absence({ arrival, report, answer }: Entry): string {
  if (report.standing === 'accepted' && arrival === 'notAsked') return '已验收';
  if (arrival === 'excused') return '免报';
  if (arrival === 'notAsked') return '未到调度';
  return answer?.content.unchanged === true ? '无变化' : lights.missing;
}

/** The worst light of the task's targets. */
function lightCell(entry: Entry): Cell {
  if (entry.arrival === 'notAsked' || entry.arrival === 'excused') return { spans: ['—'] };
  const order = ['red', 'yellow', 'missing', 'unpaced', 'green'];
  const worst = entry.indicators
    .map(({ pace }) => pace)
    .toSorted((one, other) => order.indexOf(one.light) - order.indexOf(other.light))[0];
  return worst === undefined ? { spans: ['—'] } : { spans: [cite(entry, lights[worst.light])], light: worst.light };
}

function remarks(entry: Entry): readonly Span[] {
  const { arrival, report, doubtful, behindRounds } = entry;
  const parts: string[] = [];
  if (arrival === 'late') parts.push('逾期补报');
  if (isUnread(entry)) parts.push('附件待录入');
  if (report.standing === 'returned') parts.push('待核');
  if (report.standing === 'accepted') parts.push('已验收');
  if (doubtful && arrival === 'missed') parts.push('送达情况待核');
  if (behindRounds > 1) parts.push(`连续${behindRounds}期滞后`);
  if (entry.indicators.some(caughtUp)) parts.push('逾时限后达到');
  if (entry.answer?.content.unchanged === true) parts.push('本期无变化');
  if (report.ratingWhy !== undefined && entry.answer !== undefined) parts.push(`核定理由：${report.ratingWhy}`);
  return parts.length === 0 ? [] : [cite(entry, parts.join('，'))];
}

function caughtUp({ pace }: Indicator): boolean {
  return pace.late && pace.light === 'yellow' && (pace.achieved ?? 1) >= 1;
}
