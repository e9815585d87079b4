import type { Path } from './finding.js';
import { rowOf, rowsOf, shown, textOf, type RawRow } from './raw.js';

/** What a coordinator calls the row a path leads into: 任务 17, 单位“省教育厅”, 行动设置. */
export function subjectOf(root: RawRow, path: Path): string {
  const [section, index] = path;
  if (section === 'campaign') return '行动设置';
  if (typeof index !== 'number') return '台账';
  if (section === 'tasks') return taskSubject(rowOf(rowsOf(root, 'tasks')[index]), index);
  return partySubject(rowOf(rowsOf(root, 'parties')[index]), index);
}

function taskSubject(row: RawRow, index: number): string {
  return typeof row['number'] === 'number' ? `任务 ${row['number']} ` : `第 ${index + 1} 条任务`;
}

function partySubject(row: RawRow, index: number): string {
  const name = textOf(row, 'name') ?? textOf(row, 'code');
  return name === undefined ? `第 ${index + 1} 个单位` : `单位${shown(name)}`;
}
