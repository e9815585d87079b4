import type { SheetTask } from '../../domain/sheet-claims.js';
import { sheetColumns } from './columns.js';
import type { CellProblem } from './cell-problem.js';
import type { TableRow } from './find-table.js';
import { halfWidth, short, textOf } from './read-cell.js';

export interface TaskRows {
  readonly task: SheetTask;
  readonly rows: readonly TableRow[];
}

/** Which rows are which task's: a row without a number goes on with the task above it. */
export function groupRows(
  rows: readonly TableRow[],
  tasks: readonly SheetTask[],
): { readonly groups: readonly TaskRows[]; readonly strays: readonly CellProblem[] } {
  const groups = new Map<number, TableRow[]>();
  const strays: CellProblem[] = [];
  let current: number | undefined;
  for (const row of rows) {
    const said = numberOf(row);
    const task = said ?? current;
    const isNew = task !== current;
    current = task;
    if (!isNew && task !== undefined && groups.has(task)) groups.get(task)?.push(row);
    else if (!isFilled(row)) {
      if (task !== undefined && !groups.has(task) && isAsked(tasks, task)) groups.set(task, [row]);
    } else strays.push(...placed(groups, tasks, row, task));
  }
  return {
    groups: tasks.flatMap((task) => {
      const own = groups.get(task.number);
      return own === undefined ? [] : [{ task, rows: own }];
    }),
    strays,
  };
}

/** Puts the first row of a task in its place, or says why it has none. */
function placed(
  groups: Map<number, TableRow[]>,
  tasks: readonly SheetTask[],
  row: TableRow,
  task: number | undefined,
): CellProblem[] {
  const cell = row.name('number');
  if (task === undefined || Number.isNaN(task))
    return [{ cell, text: `序号填“${short(textOf(row.cell('number')))}”，不知属于哪项任务，这一行未计入` }];
  if (!isAsked(tasks, task)) return [{ cell, text: `任务${task}不在这张调度表应报之列，这一行未计入` }];
  if (groups.has(task)) return [{ cell, text: `任务${task}在前面已有一行，以前一行为准，这一行未计入` }];
  groups.set(task, [row]);
  return [];
}

const isAsked = (tasks: readonly SheetTask[], wanted: number): boolean => tasks.some(({ number }) => number === wanted);

/** NaN for words that are no number, which belong to no task; undefined for an empty cell. */
function numberOf(row: TableRow): number | undefined {
  const text = halfWidth(textOf(row.cell('number'))).replace(/^任务/u, '');
  if (text === '') return undefined;
  return /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
}

const open = sheetColumns.filter(({ isOpen }) => isOpen).map(({ key }) => key);
const isFilled = ({ cell }: TableRow): boolean => open.some((column) => textOf(cell(column)) !== '');
