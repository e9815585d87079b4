import { sizes } from '../../documents/office-fonts.js';
import type { SheetCell, SheetTable } from '../../documents/office-table.js';
import type { Bars, Cell, Row, Table } from '../../domain/roll-up/bulletin-model.js';
import { categories } from '../../domain/roll-up/category.js';
import { plain } from '../../domain/roll-up/prose.js';
import { categoryColours } from '../category-colours.js';
import { lightMarks } from '../light-marks.js';

/** A table of the bulletin as it is set in a document; the numbers of many columns in smaller type. */
export function sheetTable({ columns, rows }: Table): SheetTable {
  return {
    widths: columns.map(({ width }) => width),
    head: columns.map(({ name }) => name),
    rows: rows.map((row) => sheetRow(row, columns)),
    size: columns.length > 5 ? sizes.小五 : sizes.五号,
    ...(rows.length <= 5 && { whole: 'itself' as const }),
  };
}

function sheetRow({ kind, cells }: Row, columns: Table['columns']): readonly SheetCell[] {
  if (kind === 'group')
    return [
      { text: cells.map(({ spans }) => plain(spans)).join(''), span: columns.length, bold: true, fill: 'F3F1EE' },
    ];
  return cells.map((cell, index) => ({
    ...sheetCell(cell),
    align: columns[index]?.align ?? 'left',
    ...(kind === 'total' && { bold: true, fill: 'F8F6F3' }),
  }));
}

function sheetCell({ spans, below, light }: Cell): SheetCell {
  const mark = light === undefined ? undefined : lightMarks[light];
  return { text: plain(spans), ...(below && { below: plain(below) }), ...(mark && { mark }) };
}

/** Word takes 63 columns at most. */
const barColumns = 54;
const labelShare = 9;

/** One bar a row, its parts as wide as their counts; the counts are written in. */
export function sheetBars({ rows }: Bars): SheetTable {
  return {
    widths: [labelShare, ...Array.from({ length: barColumns }, () => 1)],
    rows: rows.map(({ label, parts }) => {
      const shown = parts.filter(({ count }) => count > 0);
      const widths = shared(shown.map(({ count }) => count));
      return [
        { text: label, align: 'right' },
        ...shown.map(({ category, count }, index): SheetCell => {
          const [fill, ink] = categoryColours[category];
          return {
            text: String(count),
            align: 'center',
            span: widths[index] ?? 1,
            fill: fill.slice(1),
            ink: ink.slice(1),
          };
        }),
      ];
    }),
    size: sizes.小五,
    whole: 'with what follows',
  };
}

/** What the colours mean, in the order of the bars. */
export function barLegend({ rows }: Bars): readonly { readonly name: string; readonly fill: string }[] {
  const used = (rows[0]?.parts ?? []).filter(({ category }) =>
    rows.some(({ parts }) => parts.some((part) => part.category === category && part.count > 0)),
  );
  return used.map(({ category }) => ({ name: categories[category], fill: categoryColours[category][0].slice(1) }));
}

/** The columns shared out by counts; a small count still gets room for its number. */
function shared(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const least = counts.map((count) => (count > 9 ? 3 : 2));
  const room = barColumns - least.reduce((sum, each) => sum + each, 0);
  if (room < 0)
    return counts.map(
      (_, index) =>
        Math.floor((barColumns * (index + 1)) / counts.length) - Math.floor((barColumns * index) / counts.length),
    );
  const wish = counts.map((count, index) => Math.max(0, (count / total) * barColumns - (least[index] ?? 0)));
  const wished = wish.reduce((sum, each) => sum + each, 0) || 1;
  const edges = wish.map((_, index) =>
    Math.round((wish.slice(0, index + 1).reduce((a, b) => a + b, 0) / wished) * room),
  );
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0) + (least[index] ?? 0));
}
