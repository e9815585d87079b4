import type { Path } from '../finding.js';
import { nearest } from '../../nearest.js';
import { shown } from '../raw.js';
import { bare, isBlank, oneLine, textOfCell } from './cell-text.js';
import type { Grid } from './grid.js';
import { placeAt } from './place-book.js';
import type { RegisterBook } from './register-book.js';
import { settingFor, settingLabels, type Setting } from './setting-words.js';

/** A row of a sheet of settings: what it is called, and what it says. */
interface SettingRow {
  readonly row: number;
  readonly label: string;
  readonly labelColumn: number;
  readonly valueColumn: number;
}

/** Words beside a value that are no settings. */
const remarks: ReadonlySet<string> = new Set([
  '项目',
  '内容',
  '说明',
  '备注',
  '序号',
  '年度',
  '年份',
  '名称',
  '设置',
  '设置项',
  '填写说明',
]);

/** How many settings a sheet names: three make it a sheet of settings. */
export function countSettings(grid: Grid): number {
  return settingRows(grid).filter(({ label }) => settingFor(label, 'calendar') ?? settingFor(label, 'brisk')).length;
}

/** The campaign's settings of a sheet, added to those of the sheets before. */
export function readSettings(grid: Grid, campaign: Record<string, unknown>, book: RegisterBook): void {
  const rows = settingRows(grid);
  const isBrisk = rows.some(
    ({ row, label, valueColumn }) =>
      settingFor(label, 'brisk')?.path.join('.') === 'cadence.kind' &&
      /秒|演示|brisk/u.test(textOfCell(grid.at(row, valueColumn))),
  );
  for (const row of rows) {
    const setting = settingFor(row.label, isBrisk ? 'brisk' : 'calendar');
    if (setting === undefined) noteUnknown(grid, row, book);
    else readSetting(grid, row, setting, campaign, book);
  }
}

/** A label stands in the first filled cell of its row, its value in the next column. */
function settingRows(grid: Grid): SettingRow[] {
  return Array.from({ length: grid.rows }, (_, row) => row).flatMap((row) => {
    const labelColumn = [0, 1, 2].find(
      (column) => !isBlank(grid.at(row, column)) && !/^\d+$/u.test(textOfCell(grid.at(row, column))),
    );
    if (labelColumn === undefined) return [];
    const label = bare(textOfCell(grid.at(row, labelColumn)).slice(0, 60)).replace(/[:*]+$|[()]/gu, '');
    let valueColumn = labelColumn + 1;
    while (
      valueColumn < grid.columns &&
      grid.at(row, valueColumn) === undefined &&
      grid.spread(row, valueColumn) !== undefined
    )
      valueColumn += 1;
    return [{ row, label, labelColumn, valueColumn }];
  });
}

function readSetting(
  grid: Grid,
  at: SettingRow,
  setting: Setting,
  campaign: Record<string, unknown>,
  book: RegisterBook,
): void {
  const cell = grid.at(at.row, at.valueColumn);
  const path: Path = ['campaign', ...setting.path];
  const [first = '', second] = setting.path;
  const holder = second === undefined ? campaign : ((campaign[first] ??= {}) as Record<string, unknown>);
  const key = second ?? first;
  const text = textOfCell(cell);
  if (isBlank(cell) || text === '') {
    if (holder[key] === undefined) book.put(path, grid.name, at.row, at.valueColumn, cell);
    return;
  }
  const earlier = holder[key];
  if (earlier !== undefined && !Array.isArray(earlier)) {
    const message = `“${oneLine(textOfCell(grid.at(at.row, at.labelColumn)))}”写了两次：每项设置只写一次；请删去一个。`;
    book.note('duplicate-key', placeAt(grid.name, at.row, at.labelColumn), message);
    return;
  }
  const value = setting.read(text, cell);
  holder[key] =
    Array.isArray(value) && Array.isArray(earlier) ? [...(earlier as unknown[]), ...(value as unknown[])] : value;
  book.put(path, grid.name, at.row, at.valueColumn, cell);
}

function noteUnknown(grid: Grid, { row, label, labelColumn, valueColumn }: SettingRow, book: RegisterBook): void {
  if (remarks.has(label) || isBlank(grid.at(row, valueColumn)) || label.length > 20) return;
  const meant = nearest(label, settingLabels);
  const advice = meant === undefined ? '' : `是否应为“${meant}”？`;
  const message = `行动设置里没有${shown(label)}这一项：${advice}请改正或删去这一行。`;
  book.note('unknown-key', placeAt(grid.name, row, labelColumn), message);
}
