import { percentages } from '../percentages.js';
import type { Bars, Cell, Column, Row, Table } from './bulletin-model.js';
import { alwaysShown, categories, categoryOrder, type Category } from './category.js';
import { citeAll, counted, type Entry } from './entry.js';

interface Line {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly kind: Row['kind'];
}

/** 表1: areas by rating; every row sums to its tasks, its percentages to 100.0. */
export function areaTable(entries: readonly Entry[], areas: readonly string[]): Table {
  const shown = shownCategories(entries);
  const width = 79 / shown.length;
  const columns: Column[] = [
    { name: '领域', width: 12, align: 'center' },
    { name: '任务数', width: 9, align: 'center' },
    ...shown.map((category): Column => ({ name: categories[category], width, align: 'center' })),
  ];
  return {
    kind: 'table',
    id: 'table-areas',
    caption: '各领域任务进展情况',
    columns,
    rows: lines(entries, areas).map((line) => row(line, shown)),
    note: '单位：项。百分比按最大余数法取一位小数，每行合计100.0%。状态以核定为准，未核定的按自评。',
  };
}

/** The same numbers as stacked bars. */
export function areaBars(entries: readonly Entry[], areas: readonly string[]): Bars {
  const shown = shownCategories(entries);
  return {
    kind: 'bars',
    id: 'bars-areas',
    caption: '各领域任务状态构成',
    rows: lines(entries, areas).map(({ label, entries: some }) => ({
      label,
      parts: shown.map((category) => {
        const { tasks, sources } = counted(some.filter((entry) => entry.category === category));
        return { category, count: tasks.length, sources };
      }),
    })),
  };
}

function shownCategories(entries: readonly Entry[]): readonly Category[] {
  return categoryOrder.filter(
    (category) => alwaysShown.includes(category) || entries.some((entry) => entry.category === category),
  );
}

/** The campaign's areas, then any the register has besides, then the total. */
function lines(entries: readonly Entry[], areas: readonly string[]): readonly Line[] {
  const all = [...new Set([...areas, ...entries.map(({ task }) => task.area)])];
  const data = all
    .map((area): Line => ({ label: area, entries: entries.filter(({ task }) => task.area === area), kind: 'data' }))
    .filter((line) => line.entries.length > 0);
  return [...data, { label: '合计', entries, kind: 'total' }];
}

function row({ label, entries, kind }: Line, shown: readonly Category[]): Row {
  const groups = shown.map((category) => entries.filter((entry) => entry.category === category));
  const shares = percentages(groups.map((group) => group.length));
  const cells = groups.map((group, index): Cell => {
    const share = shares?.[index];
    const spans = [counted(group)];
    return share === undefined ? { spans } : { spans, below: [citeAll(group, share), '%'] };
  });
  return { key: label, kind, cells: [{ spans: [label] }, { spans: [counted(entries)] }, ...cells] };
}
