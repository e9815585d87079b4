import { categories } from './category.js';
import { dayOfYear } from './bulletin-dates.js';
import type { Paragraph, Row, Section, Span, Table } from './bulletin-model.js';
import { causeGroups } from './cause-groups.js';
import { cite, citeAll, counted, isBehind, type Entry } from './entry.js';
import { lag, paceText } from './gap.js';
import { printableClause } from './plain-words.js';
import { joined, paragraph, prose, when } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

const mostNamed = 5;

/** 滞后和未启动任务: longest behind first. Kept with one sentence when there are none: its reader would ask. */
export function behind(entries: readonly Entry[], { year }: RollUpInput): Section {
  const lagging = entries
    .filter(isBehind)
    .toSorted((one, other) => other.behindRounds - one.behindRounds || one.task.number - other.task.number);
  if (lagging.length === 0) {
    const none = paragraph('behind-count', ['已报送任务中无进展滞后和尚未启动任务。']);
    return { id: 'behind', blocks: [none] };
  }
  return { id: 'behind', blocks: [counts(lagging), table(lagging, year)] };
}

function counts(lagging: readonly Entry[]): Paragraph {
  const lasting = lagging.filter(({ behindRounds }) => behindRounds > 1);
  const groups = causeGroups(lagging);
  const started = lagging.filter(({ category }) => category === 'behind');
  const idle = lagging.filter(({ category }) => category === 'notStarted');
  return paragraph(
    'behind-count',
    prose`进展滞后${counted(started)}项、尚未启动${counted(idle)}项${when(
      groups.length > 1,
      prose`；按报送原因归类，${joined(
        groups.map(({ cause, entries }) => prose`${cause}${counted(entries)}项`),
        '、',
      )}`,
    )}${lastingText(lasting)}。`,
  );
}

/** Named while they are few, else counted. */
function lastingText(lasting: readonly Entry[]): readonly Span[] | undefined {
  if (lasting.length === 0) return undefined;
  if (lasting.length > mostNamed) return prose`；其中${counted(lasting)}项已连续2期及以上滞后`;
  const names = lasting.map(({ task }) => task.number).join('、');
  return prose`；其中任务${citeAll(lasting, names)}已连续2期及以上滞后`;
}

function table(lagging: readonly Entry[], year: number): Table {
  return {
    kind: 'table',
    id: 'table-behind',
    caption: '滞后和未启动任务清单',
    columns: [
      { name: '任务', width: 19, align: 'left' },
      { name: '牵头单位', width: 15, align: 'center' },
      { name: '差距', width: 20, align: 'left' },
      { name: '原因', width: 24, align: 'left' },
      { name: '承诺时限', width: 12, align: 'center' },
      { name: '连续滞后期数', width: 10, align: 'center' },
    ],
    rows: lagging.map((entry) => row(entry, year)),
  };
}

function row(entry: Entry, year: number): Row {
  const { task, lead, answer } = entry;
  const cause = printableClause(answer?.content.cause, 60);
  const by = answer?.content.nextBy;
  return {
    key: String(task.number),
    kind: 'data',
    cells: [
      { spans: [`${task.number}．${task.title}`] },
      { spans: [lead.name] },
      gapCell(entry),
      { spans: [cause === '' ? '未说明' : cite(entry, cause)] },
      { spans: [by === undefined ? '未明确' : cite(entry, dayOfYear(by, year))] },
      { spans: [cite(entry, String(entry.behindRounds))] },
    ],
  };
}

function gapCell(entry: Entry) {
  const worst = entry.indicators
    .filter(({ value, pace }) => value !== undefined && (pace.light === 'red' || pace.light === 'yellow'))
    .toSorted((one, other) => lag(other) - lag(one))[0];
  const gap = worst && paceText(entry, worst);
  if (worst === undefined || gap === undefined) return { spans: [cite(entry, categories[entry.category])] };
  return { spans: gap, light: worst.pace.light };
}
