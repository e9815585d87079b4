import { writeXlsx, type CellStyle, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { columnName } from './cell-name.js';
import { escaped } from './escaped.js';
import type { Merge } from './workbook.js';

/** A table to be written: a heading that stays in sight, wrapped text, lists to choose from. */
export interface DrawnSheet {
  readonly name: string;
  readonly columns: readonly DrawnColumn[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  readonly merges?: readonly Merge[];
}

export interface DrawnColumn {
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
  readonly centred?: boolean;
  readonly offer?: Offer;
}

/** Words offered for a cell, or a range that holds them; `only` refuses other words. */
export interface Offer {
  readonly words?: readonly string[];
  readonly range?: string;
  readonly only?: boolean;
}

/** Rows below the last one, for whoever goes on filling. */
const spareRows = 100;
/** Excel holds a list of words in one text. */
const longestOffer = 250;

const line = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: '宋体', size: 11 };

/** The bytes of an .xlsx workbook. */
export function writeWorkbook(sheets: readonly DrawnSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(drawn), defaultFont: font });
}

function drawn({ name, columns, rows, merges = [] }: DrawnSheet): WriteSheet {
  const heading = columns.map((column) => column.heading);
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [heading, ...rows.map((row) => columns.map((_, at): CellValue => written(row[at])))],
    cells: new Map([
      ...columns.map((_, at) => [`0,${at}`, { style: headingStyle }] as const),
      ...rows.flatMap((_, row) =>
        columns.map((column, at) => [`${row + 1},${at}`, { style: bodyStyle(column) }] as const),
      ),
    ]),
    rowDefs: new Map([[0, { height: 28 }]]),
    merges: merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: columns.flatMap((column, at) => validation(column, at, rows.length)),
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

const headingStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border,
};

const bodyStyle = ({ centred = false }: DrawnColumn): CellStyle => ({
  font,
  alignment: { horizontal: centred ? 'center' : 'left', vertical: 'center', wrapText: true },
  border,
});

function written(value: string | number | undefined): CellValue {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? escaped(value) : value;
}

function validation({ heading, offer }: DrawnColumn, at: number, rows: number): DataValidation[] {
  if (offer === undefined) return [];
  const { words = [], range: source, only = false } = offer;
  const isWritable =
    words.length > 0 && words.join(',').length <= longestOffer && !words.some((word) => /[,"]/u.test(word));
  if (source === undefined && !isWritable) return [];
  return [
    {
      type: 'list',
      range: `${columnName(at)}2:${columnName(at)}${rows + 1 + spareRows}`,
      ...(source === undefined ? { values: [...words] } : { formula1: source }),
      allowBlank: true,
      showErrorMessage: only,
      errorTitle: heading,
      errorMessage: '请从列表中选择。',
    },
  ];
}
