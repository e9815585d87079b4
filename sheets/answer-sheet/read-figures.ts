import type { Figure } from '../../domain/answer.js';
import type { SheetTarget, SheetTask } from '../../domain/sheet-claims.js';
import { figureDoubt } from '../../domain/figure-doubts.js';
import type { Cell } from '../workbook.js';
import type { CellProblem } from './cell-problem.js';
import type { TableRow } from './find-table.js';
import { type CellRead, isSaid, readFigure, short, textOf } from './read-cell.js';

export interface FiguresRead {
  readonly figures: readonly Figure[];
  readonly problems: readonly CellProblem[];
  /** 无变化 is taken where every figure of last time is written again. */
  readonly isConfirmed: boolean;
}

/** The cumulative figures of a task, one a row, and what is asked back about them. */
export function readFigures(task: SheetTask, rows: readonly TableRow[], unchanged: boolean): FiguresRead {
  const read = rows.map((row, index) => readRow(task, row, index, unchanged));
  const problems = read.flatMap(({ problem }) => problem ?? []);
  return { figures: read.flatMap(({ figure }) => figure ?? []), problems, isConfirmed: problems.length === 0 };
}

interface FigureRead {
  readonly figure?: Figure;
  readonly problem?: CellProblem;
}

function readRow(task: SheetTask, row: TableRow, index: number, unchanged: boolean): FigureRead {
  const cell = row.cell('figure');
  const target = task.targets[index];
  const { value, problem }: CellRead<number> = target === undefined ? beyond(task, cell) : readFigure(cell, target);
  const text = problem ?? doubtOn(target, value, unchanged);
  return {
    ...(value !== undefined && { figure: { target: index, value } }),
    ...(text !== undefined && { problem: { cell: row.name('figure'), text } }),
  };
}

function beyond({ number, targets }: SheetTask, cell: Cell | undefined): CellRead<number> {
  if (!isSaid(cell)) return {};
  const why = targets.length === 0 ? `任务${number}没有量化目标` : `任务${number}只有${targets.length}个量化目标`;
  return { problem: `${why}，所填“${short(textOf(cell))}”未计入，请写入本期进展` };
}

function doubtOn(target: SheetTarget | undefined, value: number | undefined, unchanged: boolean): string | undefined {
  if (target === undefined) return undefined;
  const { last, unit, goal = 0 } = target;
  if (unchanged && last !== undefined) {
    if (value === undefined) return `写“无变化”的，请在本期累计填上期数${last}以示确认`;
    if (value !== last) return `写“无变化”，累计${value}${unit}与上期${last}${unit}不一致，请核对`;
  }
  const doubt = value === undefined ? undefined : figureDoubt({ ...target, value: goal }, last, value);
  return doubt && `${doubt}，请核对单位和口径`;
}
