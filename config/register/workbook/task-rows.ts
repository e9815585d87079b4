import type { Path } from '../finding.js';
import { isBlank, oneLine, textOfCell } from './cell-text.js';
import { taskColumns } from './columns.js';
import { knownNames } from './list-words.js';
import { present, type TableRow } from './table-row.js';
import { isSection, sectionText, skippable } from './table-rows.js';
import { hasTarget, targetOf } from './target-cells.js';

export interface TaskReading {
  readonly isParty: (word: string) => boolean;
  /** What the sheet is called: several sheets of tasks, one for each area, need no column for it. */
  readonly areaOfSheet?: string;
}

/** The tasks of a sheet's rows, appended to those of the sheets before. */
export function readTasks(rows: readonly TableRow[], tasks: Record<string, unknown>[], reading: TaskReading): void {
  let section: string | undefined;
  let isOpen = false;
  for (const row of rows) {
    if (isSection(row)) section = sectionText(row);
    else if (isOpen && isContinuation(row)) continueTask(row, tasks, reading);
    else if (!skippable(row, ['title', 'lead'])) {
      tasks.push(
        taskOf(row, ['tasks', tasks.length], { ...reading, areaOfSheet: section ?? reading.areaOfSheet ?? '' }),
      );
      isOpen = true;
    }
  }
}

function taskOf(row: TableRow, path: Path, reading: TaskReading): Record<string, unknown> {
  row.book.places.put(path, row.place('number'));
  const deadline = row.day('deadline', [...path, 'deadline']);
  const area = row.line('area', [...path, 'area']);
  return present({
    number: numberOf(row, path),
    area: row.has('area') ? area : reading.areaOfSheet || undefined,
    aspect: row.line('aspect', [...path, 'aspect']),
    principle: row.line('principle', [...path, 'principle']),
    title: row.line('title', [...path, 'title']),
    requirement: row.prose('requirement', [...path, 'requirement']),
    goal: row.prose('goal', [...path, 'goal']),
    lead: leadOf(row, [...path, 'lead'], reading),
    support: namesOf(row, 'support', [...path, 'support'], reading),
    targets: hasTarget(row) ? [placedTarget(row, [...path, 'targets', 0], deadline)] : [],
    deadline,
  });
}

/** Without a column for it, tasks are numbered as they stand. */
function numberOf(row: TableRow, path: Path): unknown {
  if (!row.has('number')) return Number(path[1]) + 1;
  row.put([...path, 'number'], 'number');
  const cell = row.cell('number');
  if (isBlank(cell)) return undefined;
  if (cell?.kind === 'number') return cell.value;
  const text = oneLine(textOfCell(cell));
  const digits = /^(?:第|no\.?)?\s*\(?(\d{1,6})\)?\s*(?:[.、项号]|号任务)?$/iu.exec(text.normalize('NFKC'))?.[1];
  return digits === undefined ? text || undefined : Number(digits);
}

function leadOf(row: TableRow, path: Path, reading: TaskReading): unknown {
  const names = namesOf(row, 'lead', path, reading);
  return names.length === 1 ? names[0] : names;
}

function namesOf(row: TableRow, key: 'lead' | 'support', path: Path, { isParty }: TaskReading): string[] {
  row.put(path, key);
  const text = row.optional(key, path);
  const cell = row.cell(key);
  return text === undefined ? [] : knownNames(textOfCell(cell), isParty).map((name) => oneLine(name));
}

/** No number and no title of its own: the row adds to the task above. */
function isContinuation(row: TableRow): boolean {
  if (!row.isBelow('title') || (row.has('number') && !row.isBelow('number'))) return false;
  return hasTarget(row) || ownKeys(row).length > 0;
}

/** Columns in which a row says something itself, not by a merge from above. */
const ownKeys = (row: TableRow): string[] =>
  taskColumns.map(({ key }) => key).filter((key) => row.has(key) && !row.isBelow(key));

const appended: ReadonlySet<string> = new Set([
  'requirement',
  'goal',
  'support',
  'value',
  'unit',
  'kind',
  'by',
  'scope',
  'baseline',
  'milestones',
]);

function continueTask(row: TableRow, tasks: Record<string, unknown>[], reading: TaskReading): void {
  const index = tasks.length - 1;
  const task = tasks[index] ?? {};
  const path = ['tasks', index];
  for (const key of ownKeys(row).filter((each) => !appended.has(each))) {
    const message = `这一行没有序号和任务名称，是上一项任务的续行，却另写了“${textOfCell(row.cell(key)).slice(0, 20)}”：续行只写量化目标和补充内容；另一项任务请补上序号和名称。`;
    row.book.note('stray-cell', row.place(key), message);
  }
  for (const key of ['requirement', 'goal'] as const) {
    if (!row.isBelow(key)) task[key] = [task[key], textOfCell(row.cell(key))].filter(Boolean).join('\n');
  }
  if (!row.isBelow('support')) {
    const names = namesOf(row, 'support', [...path, 'support'], reading);
    task['support'] = [...((task['support'] as string[] | undefined) ?? []), ...names];
  }
  if (hasTarget(row)) addTarget(row, task, path);
}

function addTarget(row: TableRow, task: Record<string, unknown>, path: Path): void {
  const targets = (task['targets'] as unknown[] | undefined) ?? [];
  const deadline = typeof task['deadline'] === 'string' ? task['deadline'] : undefined;
  task['targets'] = [...targets, placedTarget(row, [...path, 'targets', targets.length], deadline)];
}

function placedTarget(row: TableRow, path: Path, deadline: string | undefined): Record<string, unknown> {
  row.book.places.put(path, row.place('value'));
  return targetOf(row, path, deadline);
}
