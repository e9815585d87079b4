import type { AnswerContent } from '../../domain/answer.js';
import type { SheetClaims } from '../../domain/sheet-claims.js';
import type { Workbook } from '../workbook.js';
import type { CellProblem } from './cell-problem.js';
import { type SignColumn, signColumns } from './columns.js';
import { findTable, type TableRow } from './find-table.js';
import { groupRows } from './group-rows.js';
import { readText } from './read-cell.js';
import { readTask } from './read-task.js';

/** One task of a filled 调度表. */
export interface SheetAnswer {
  /** Its first row, as people count. */
  readonly row: number;
  readonly task: number;
  /** Whether its department wrote anything that can be used; signatures alone are nothing. */
  readonly filled: boolean;
  readonly content: AnswerContent;
  /** Bad cells, one clause each; the good ones count all the same. */
  readonly problems: readonly CellProblem[];
}

export interface SheetReading {
  readonly rows: readonly SheetAnswer[];
  /** Cells of no task of the sheet. */
  readonly strays: readonly CellProblem[];
}

/** Reads a filled 调度表 row by row; undefined where the workbook holds no such table. */
export function readAnswerSheet(workbook: Workbook, claims: SheetClaims): SheetReading | undefined {
  const table = findTable(workbook);
  if (table === undefined) return undefined;
  const { groups, strays } = groupRows(table.rows, claims.tasks);
  const signed = signaturesOf(table.rows);
  const rows = groups.map(({ task, rows: own }): SheetAnswer => {
    const { content, problems, said } = readTask(task, own, claims.cutoff);
    const filled = said && (hasContent(content) || problems.length === 0);
    return { row: own[0]?.row ?? 0, task: task.number, filled, content: { ...signed, ...content }, problems };
  });
  return { rows, strays };
}

/** Who filled it in, checked it and signed it off is written once and means the whole sheet. */
function signaturesOf(rows: readonly TableRow[]): Pick<AnswerContent, SignColumn> {
  const said = signColumns.flatMap((column) => {
    const first = rows.flatMap(({ cell }) => readText(cell(column)).value ?? []).at(0);
    return first === undefined ? [] : [[column, first] as const];
  });
  return Object.fromEntries(said);
}

function hasContent({ figures, ...content }: AnswerContent): boolean {
  return figures.length > 0 || Object.keys(content).some((key) => !isSignature(key));
}

const isSignature = (key: string): boolean => (signColumns as readonly string[]).includes(key);
