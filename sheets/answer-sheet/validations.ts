import type { DataValidation } from 'hucre/xlsx';
import { ratings } from '../../domain/rating.js';
import { columnName } from '../cell-name.js';
import { sheetColumns, type ColumnLook } from './columns.js';

const day = {
  type: 'date',
  operator: 'between',
  // 2000-01-01 and 2099-12-31 as the format counts days.
  formula1: '36526',
  formula2: '73050',
  showErrorMessage: true,
  errorMessage: '请填日期，例如 2026-6-30。',
} as const;

const rules: Readonly<Partial<Record<ColumnLook['key'], Omit<DataValidation, 'range'>>>> = {
  figure: {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    showErrorMessage: true,
    errorMessage: '请只填数字，不带单位。',
  },
  rating: {
    type: 'list',
    values: Object.values(ratings),
    showErrorMessage: true,
    errorMessage: '请从列表中选择。',
  },
  completedOn: day,
  nextBy: day,
};

/** Excel's limit of what a text cell holds; it gives the other columns a rule that their hint can hang on. */
const anyText = { type: 'textLength', operator: 'lessThanOrEqual', formula1: '32767' } as const;

/** What may be typed in each open column, and the hint beside the cell. Rows from 1. */
export function validationsOf(firstRow: number, lastRow: number): DataValidation[] {
  return sheetColumns.flatMap((column, at) => {
    if (!column.isOpen) return [];
    const letter = columnName(at);
    return [
      {
        ...(rules[column.key] ?? anyText),
        range: `${letter}${firstRow}:${letter}${lastRow}`,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: column.heading,
        inputMessage: column.hint ?? '',
        errorTitle: column.heading,
      },
    ];
  });
}
