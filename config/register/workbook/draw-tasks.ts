import type { Party, Target, Task } from '../../../domain/register.js';
import type { DrawnColumn, DrawnSheet } from '../../../sheets/write-workbook.js';
import type { Merge } from '../../../sheets/workbook.js';
import type { RegisterContent } from '../register-hash.js';
import { targetKinds, wordFor } from './choice-words.js';
import { targetKeys, taskColumns } from './columns.js';
import { joinedItems } from './list-words.js';

type Value = string | number | undefined;
type Row = Readonly<Record<string, Value>>;

const widths: Readonly<Record<string, number>> = {
  number: 6,
  area: 11,
  aspect: 18,
  principle: 11,
  title: 24,
  requirement: 44,
  goal: 36,
  lead: 18,
  support: 26,
  value: 10,
  unit: 9,
  kind: 10,
  by: 12,
  scope: 18,
  baseline: 11,
  milestones: 20,
  deadline: 12,
};
const kindWords = Object.keys(targetKinds).map((kind) => wordFor(targetKinds, kind));
const left: ReadonlySet<string> = new Set(['aspect', 'title', 'requirement', 'goal', 'support', 'scope', 'milestones']);

/** The sheet 任务台账: a task's further targets stand in rows of their own below it, its other columns merged. */
export function drawTasks({ campaign, tasks }: RegisterContent, nameOf: (code: string) => string): DrawnSheet {
  const keys = taskColumns.map(({ key }) => key);
  const merges: Merge[] = [];
  const rows = tasks.flatMap((task) => taskRows(task, nameOf));
  for (let row = 0; row < rows.length; row += 1) {
    const below = rows.slice(row + 1).findIndex((each) => each['number'] !== undefined);
    const height = below === -1 ? rows.length - row - 1 : below;
    if (height === 0 || rows[row]?.['number'] === undefined) continue;
    for (const [column, key] of keys.entries()) {
      if (!ofTarget.has(key)) merges.push({ top: row + 1, left: column, bottom: row + 1 + height, right: column });
    }
  }
  return {
    name: '任务台账',
    columns: taskColumns.map(({ key, headings: [heading] }) => columnOf(key, heading, campaign)),
    rows: rows.map((row) => keys.map((key) => row[key])),
    merges,
  };
}

const ofTarget: ReadonlySet<string> = new Set(targetKeys);

function columnOf(key: string, heading: string, { areas, principles }: RegisterContent['campaign']): DrawnColumn {
  const words = { area: areas, principle: principles, kind: kindWords }[key];
  const offer = key === 'lead' ? { range: "'单位通讯录'!$B$2:$B$300" } : words && { words, only: true };
  return { heading, width: widths[key] ?? 12, centred: !left.has(key), ...(offer && { offer }) };
}

function taskRows(task: Task, nameOf: (code: string) => string): Row[] {
  const [first, ...further] = task.targets.map(targetRow);
  const { targets: _targets, lead, support, deadline, ...rest } = task;
  const main = {
    ...rest,
    lead: joinedItems([nameOf(lead)]),
    support: joinedItems(support.map(nameOf)),
    deadline: chineseDay(deadline),
  };
  return [{ ...first, ...main }, ...further];
}

function targetRow({ value, unit, kind, by, scope, baseline, milestones = [] }: Target): Row {
  const steps = milestones.map((step) => `${chineseDay(step.by)}：${step.value}`).join('；');
  return { value, unit, kind: wordFor(targetKinds, kind), by: chineseDay(by), scope, baseline, milestones: steps };
}

/** 06-30 as 6月30日. */
function chineseDay(day: string): string {
  const [month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** The name by which a reader finds the party again: the short one, or the code where another party goes by it. */
export function namer(
  parties: readonly Party[],
  codeOf: (word: string) => string | undefined,
): (code: string) => string {
  const names = new Map(parties.map(({ code, name }) => [code, codeOf(name) === code ? name : code]));
  return (code) => names.get(code) ?? code;
}
