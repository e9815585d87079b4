import type { CellStyle } from 'hucre/xlsx';
import type { ColumnLook } from './columns.js';

const line = { style: 'thin', color: { rgb: 'A6A6A6' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const middle = { vertical: 'center', wrapText: true } as const;
export const font = { name: '宋体', size: 11 };

export const titleStyle: CellStyle = {
  font: { ...font, size: 18, bold: true },
  alignment: { horizontal: 'left', vertical: 'center' },
};
export const noteStyle: CellStyle = { font, alignment: { horizontal: 'left', ...middle } };

const headingStyle = (colour: string): CellStyle => ({
  font: { ...font, bold: true },
  fill: fill(colour),
  alignment: { horizontal: 'center', ...middle },
  border,
});
const oursHeading = headingStyle('D9D9D9');
const theirsHeading = headingStyle('FFE699');

const body = (isOpen: boolean, centred: boolean, isText: boolean): CellStyle => ({
  font,
  alignment: { horizontal: centred ? 'center' : 'left', ...middle },
  border,
  protection: { locked: !isOpen },
  // A document number or a telephone stays as typed; Excel shows prose of such a cell as ### where it is long.
  ...(isText && { numFmt: '@' }),
  fill: fill(isOpen ? 'FFFBEA' : 'F2F2F2'),
});
const days: CellStyle = { ...body(true, true, false), numFmt: 'yyyy-mm-dd' };
const bodies = new Map(
  [true, false].flatMap((isOpen) =>
    [true, false].flatMap((centred) =>
      [true, false].map((isText) => [`${isOpen} ${centred} ${isText}`, body(isOpen, centred, isText)] as const),
    ),
  ),
);

const verbatim: readonly ColumnLook['key'][] = ['helper', 'evidence', 'filledBy', 'reviewedBy', 'signedOffBy'];

export const headingOf = ({ isOpen }: ColumnLook): CellStyle => (isOpen ? theirsHeading : oursHeading);

export function bodyOf({ key, isOpen, centred = false }: ColumnLook, isMeasured: boolean): CellStyle {
  if (key === 'completedOn' || key === 'nextBy') return days;
  const isClosed = key === 'figure' && !isMeasured;
  const isText = verbatim.includes(key);
  return bodies.get(`${isOpen && !isClosed} ${centred} ${isText}`) ?? noteStyle;
}
