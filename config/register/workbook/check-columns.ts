import { placeAt } from './place-book.js';
import { partyColumns, taskColumns } from './columns.js';
import type { TableSheet } from './recognise.js';
import type { RegisterBook } from './register-book.js';

const neededOfTasks = ['area', 'aspect', 'principle', 'title', 'requirement', 'goal', 'lead', 'deadline'];
const neededOfParties = ['name'];

/** A column that is missing is one problem, not one for each row; what was guessed instead is told once as well. */
export function checkColumns(
  section: 'tasks' | 'parties',
  { grid, header }: TableSheet,
  rows: readonly Record<string, unknown>[],
  first: number,
  book: RegisterBook,
): void {
  const place = placeAt(grid.name, header.body - 1, Math.min(...header.columns.values()));
  for (const key of section === 'tasks' ? neededOfTasks : neededOfParties) {
    if (header.columns.has(key) || rows.every((row) => row[key] !== undefined)) continue;
    const message = `工作表“${grid.name}”没有“${headingOf(section, key)}”一列：请补上这一列并逐行填写。`;
    book.note('missing-column', place, message);
    for (const index of rows.keys()) book.silence([section, first + index, key]);
  }
  for (const { column, key } of header.doubled) {
    const message = `“${headingOf(section, key)}”有两列：只能有一列；请删去或改名其中一列。`;
    book.note('duplicate-key', placeAt(grid.name, header.body - 1, column), message);
  }
  for (const message of guesses(section, header.columns)) book.note('assumed-value', place, message);
}

function guesses(section: 'tasks' | 'parties', columns: ReadonlyMap<string, number>): string[] {
  if (section === 'parties') {
    return [
      ...(columns.has('code') ? [] : ['没有“代码”一列：单位代码取自联络员邮箱 @ 或第一个点之前的部分；请核对。']),
      ...(columns.has('kind') ? [] : ['没有“类别”一列：名称以市结尾的按市办理，其余按部门办理；请核对。']),
      ...(columns.has('relation')
        ? []
        : ['没有“关系”一列：行文关系按单位名称推断，没有本局；请核对，最好补上这一列。']),
    ];
  }
  return [
    ...(columns.has('number') ? [] : ['没有“序号”一列：任务按先后顺序编号；请核对，最好补上这一列。']),
    ...(columns.has('value') && !columns.has('kind')
      ? ['没有“指标类型”一列：百分比按比率、其余按累计办理；请核对，最好补上这一列。']
      : []),
  ];
}

const headingOf = (section: 'tasks' | 'parties', key: string): string =>
  (section === 'tasks' ? taskColumns : partyColumns).find((column) => column.key === key)?.headings[0] ?? key;
