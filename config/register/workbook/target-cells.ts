import type { Path } from '../finding.js';
import { isNothing, textOfCell } from './cell-text.js';
import { writtenAmount, type WrittenAmount } from './amount-words.js';
import { chosen, targetKinds } from './choice-words.js';
import { targetKeys } from './columns.js';
import { writtenDay } from './day-words.js';
import { present, type TableRow } from './table-row.js';

/** True when a row says anything of a target; a date alone, often merged down, says nothing. */
export function hasTarget(row: TableRow): boolean {
  return targetKeys.some((key) => key !== 'by' && !isNothing(row.cell(key)) && !onlyUnit(row, key));
}

/** A unit or kind merged down from the target above belongs to that one. */
const onlyUnit = (row: TableRow, key: string): boolean => row.isBelow(key) && isNothing(row.cell('value'));

/** The target of a row. Without a column for its kind, percentages are ratios and the rest is counted up. */
export function targetOf(row: TableRow, path: Path, deadline: string | undefined): Record<string, unknown> {
  const given = row.optional('unit', [...path, 'unit']);
  const amount = amountOf(row, [...path, 'value'], given);
  const unit = given ?? (typeof amount === 'object' ? amount.unit : undefined);
  return present({
    value: typeof amount === 'object' ? amount.value : amount,
    unit,
    kind: kindOf(row, [...path, 'kind'], unit),
    by: row.day('by', [...path, 'by']) ?? deadline,
    scope: row.prose('scope', [...path, 'scope']),
    baseline: numberOf(row, 'baseline', [...path, 'baseline'], unit),
    milestones: milestonesOf(row, [...path, 'milestones'], unit),
  });
}

/** A cell in percent holds 0.98 and shows 98%. */
function amountOf(row: TableRow, path: Path, unit: string | undefined): WrittenAmount | string | undefined {
  row.put(path, 'value');
  const cell = row.cell('value');
  if (isNothing(cell)) return undefined;
  if (cell?.kind === 'number' && typeof cell.value === 'number') return { value: cell.value };
  const text = textOfCell(cell);
  return text === '' ? undefined : (writtenAmount(text, unit) ?? text);
}

function kindOf(row: TableRow, path: Path, unit: string | undefined): string | undefined {
  const word = row.line('kind', path);
  if (word !== undefined) return chosen(targetKinds, word);
  return row.has('kind') ? undefined : unit?.normalize('NFKC') === '%' ? 'ratio' : 'cumulative';
}

function numberOf(row: TableRow, key: string, path: Path, unit: string | undefined): unknown {
  row.put(path, key);
  const cell = row.cell(key);
  if (isNothing(cell)) return undefined;
  if (cell?.kind === 'number') return cell.value;
  const text = textOfCell(cell);
  return text === '' ? undefined : (writtenAmount(text, unit)?.value ?? text);
}

/** `6月底：30；9月底：45`, one after the other or one a line. */
function milestonesOf(row: TableRow, path: Path, unit: string | undefined): unknown[] | undefined {
  row.put(path, 'milestones');
  if (isNothing(row.cell('milestones'))) return undefined;
  const parts = textOfCell(row.cell('milestones')).split(/[；;\n\r、]+/u);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => milestoneOf(row, part, unit));
}

/** A day and a number; what is longer is a sentence, and not looked at. */
const longestStep = 100;

function milestoneOf(row: TableRow, part: string, unit: string | undefined): unknown {
  if (part.length > longestStep) return part;
  const match =
    /^(.+?)\s*(?:[:：=，,]|\s|达到|达|不少于|不低于|(?<=[底末日前年]))\s*((?:[≥≤]\s*)?-?[\d０-９].*)$/u.exec(part);
  const written = writtenDay(match?.[1] ?? '');
  const amount = writtenAmount(match?.[2] ?? '', unit);
  if (written === undefined || amount === undefined) return part;
  row.book.dated(written, row.place('milestones'));
  return { by: written.day, value: amount.value };
}
