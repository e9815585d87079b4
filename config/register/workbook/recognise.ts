import { partyColumns, quietColumns, taskColumns } from './columns.js';
import type { Grid } from './grid.js';
import { findHeader, headingLines, type Header } from './header.js';
import { indexHeadings } from './heading-index.js';
import { countSettings } from './settings-rows.js';

const [taskHeadings, partyHeadings, quietHeadings] = [
  indexHeadings(taskColumns),
  indexHeadings(partyColumns),
  indexHeadings(quietColumns),
];

/** What a sheet is by its columns, whatever it is called. */
export type Recognised = TableSheet | { readonly kind: 'settings' | 'other'; readonly grid: Grid };

export interface TableSheet {
  readonly kind: 'tasks' | 'parties' | 'quiet-days';
  readonly grid: Grid;
  readonly header: Header;
}

export function recognise(grid: Grid): Recognised {
  const lines = headingLines(grid);
  const [tasks, parties] = [findHeader(lines, taskHeadings), findHeader(lines, partyHeadings)];
  const tasksFit = tasks !== undefined && isTaskTable(tasks) ? tasks.columns.size : 0;
  const partiesFit = parties !== undefined && isPartyTable(parties) ? parties.columns.size : 0;
  if (tasks !== undefined && tasksFit > 0 && tasksFit >= partiesFit) return { kind: 'tasks', grid, header: tasks };
  if (parties !== undefined && partiesFit > 0) return { kind: 'parties', grid, header: parties };
  if (countSettings(grid) >= 3) return { kind: 'settings', grid };
  const quiet = findHeader(lines, quietHeadings);
  const isQuiet = quiet?.columns.has('from') === true && quiet.columns.has('to');
  return quiet !== undefined && isQuiet ? { kind: 'quiet-days', grid, header: quiet } : { kind: 'other', grid };
}

function isTaskTable({ columns }: Header): boolean {
  const named = columns.has('title') || columns.has('requirement');
  return named && columns.size >= 4 && (columns.has('lead') || columns.has('deadline'));
}

function isPartyTable({ columns }: Header): boolean {
  const reachable = [...columns.keys()].some((key) => key.endsWith('.email') || key === 'liaison-a' || key === 'head');
  return reachable && (columns.has('name') || columns.has('fullName'));
}
