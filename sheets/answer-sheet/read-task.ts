import type { AnswerContent } from '../../domain/answer.js';
import { lackingFields, type NeededField } from '../../domain/answer-needs.js';
import { ratings } from '../../domain/rating.js';
import type { SheetTask } from '../../domain/sheet-claims.js';
import type { Cell } from '../workbook.js';
import type { CellProblem } from './cell-problem.js';
import { columnLook, type OpenColumn, sheetColumns, signColumns } from './columns.js';
import type { TableRow } from './find-table.js';
import { type CellRead, isSaid, readRating, readText, saysUnchanged } from './read-cell.js';
import { readDay } from './read-day.js';
import { readFigures } from './read-figures.js';

export interface TaskRead {
  readonly content: AnswerContent;
  readonly problems: readonly CellProblem[];
  /** Whether anything but signatures was written. */
  readonly said: boolean;
}

/** What a task's rows say. `cutoff` lends dates their year. */
export function readTask(task: SheetTask, rows: readonly TableRow[], cutoff: string): TaskRead {
  const entry = entryOf(rows);
  const unchanged = saysUnchanged(entry.cell('rating')) || saysUnchanged(entry.cell('progress'));
  const figures = readFigures(task, rows, unchanged);
  const fields = readFields(entry, cutoff);
  const content: AnswerContent = {
    ...fields.content,
    figures: figures.figures,
    // Not confirmed, it stays what it is: words.
    ...(unchanged && (figures.isConfirmed ? { unchanged } : { progress: '无变化' })),
  };
  const problems = [...figures.problems, ...fields.problems];
  const said = answering.some((column) => rows.some(({ cell }) => isSaid(cell(column))));
  return { content, problems: said ? [...problems, ...lacking(content, entry, problems, unchanged)] : [], said };
}

const answering = sheetColumns
  .filter(({ key, isOpen }) => isOpen && !(signColumns as readonly string[]).includes(key))
  .map(({ key }) => key);

interface Entry {
  readonly cell: (column: OpenColumn) => Cell | undefined;
  readonly name: (column: OpenColumn) => string;
}

/** Cells that hold for the whole task stand in its first row, unless somebody took the merged ones apart. */
function entryOf(rows: readonly TableRow[]): Entry {
  const rowOf = (column: OpenColumn) => rows.find(({ cell }) => cell(column) !== undefined) ?? rows[0];
  return {
    cell: (column) => rowOf(column)?.cell(column),
    name: (column) => rowOf(column)?.name(column) ?? columnLook(column).heading,
  };
}

interface FieldsRead {
  readonly content: Omit<AnswerContent, 'figures'>;
  readonly problems: readonly CellProblem[];
}

function readFields(entry: Entry, cutoff: string): FieldsRead {
  const problems: CellProblem[] = [];
  const take = <Value>(column: OpenColumn, { value, problem }: CellRead<Value>): Value | undefined => {
    if (problem !== undefined) problems.push({ cell: entry.name(column), text: problem });
    return value;
  };
  const text = (column: OpenColumn) => take(column, readText(entry.cell(column)));
  const said = {
    rating: saysUnchanged(entry.cell('rating')) ? undefined : take('rating', readRating(entry.cell('rating'))),
    completedOn: take('completedOn', readDay(entry.cell('completedOn'), cutoff, 'past')),
    progress: saysUnchanged(entry.cell('progress')) ? undefined : text('progress'),
    cause: text('cause'),
    help: helpOf(text('help'), text('helper')),
    nextSteps: text('nextSteps'),
    nextBy: take('nextBy', readDay(entry.cell('nextBy'), cutoff, 'future')),
    evidence: text('evidence'),
    experience: text('experience'),
    filledBy: text('filledBy'),
    reviewedBy: text('reviewedBy'),
    signedOffBy: text('signedOffBy'),
  };
  const content = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { content, problems };
}

function helpOf(help: string | undefined, helper: string | undefined): string | undefined {
  if (helper === undefined) return help;
  return help === undefined ? `需协调单位：${helper}` : `${help}（需协调单位：${helper}）`;
}

const wanted: Readonly<Record<NeededField, string>> = {
  completedOn: '请填完成日期',
  evidence: '请填佐证文号',
  cause: '请填滞后原因',
  nextBy: '请填预计赶上的日期',
};

/** What its rating calls for; a cell that is bad already is not asked for twice. */
function lacking(
  content: AnswerContent,
  { name, cell }: Entry,
  problems: readonly CellProblem[],
  unchanged: boolean,
): readonly CellProblem[] {
  const { rating } = content;
  const isAsked = (column: OpenColumn): boolean => problems.some((problem) => problem.cell === name(column));
  const needs = lackingFields(content).map((field) => ({
    column: field,
    text: `自评“${rating === undefined ? '' : ratings[rating]}”，${wanted[field]}`,
  }));
  const isUnrated = rating === undefined && !unchanged && content.figures.length === 0;
  const helpless = isSaid(cell('helper')) && !isSaid(cell('help'));
  return [
    ...(isUnrated
      ? [{ column: 'rating' as const, text: `未填自评，请从“${Object.values(ratings).join('、')}”中选择` }]
      : []),
    ...needs,
    ...(helpless ? [{ column: 'help' as const, text: '填了需协调单位，请写明需协调事项' }] : []),
  ]
    .filter(({ column }) => !isAsked(column))
    .map(({ column, text }) => ({ cell: name(column), text }));
}
