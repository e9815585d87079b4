import { textOfCell } from './cell-text.js';
import { dayOfSerial } from './day-words.js';
import { present, type TableRow } from './table-row.js';

/** The quiet days of a sheet's rows. */
export function readQuietDays(rows: readonly TableRow[], quietDays: Record<string, unknown>[]): void {
  for (const row of rows) {
    const path = ['campaign', 'quietDays', quietDays.length];
    row.book.places.put(path, row.place('from'));
    for (const key of ['from', 'to'] as const) row.put([...path, key], key);
    quietDays.push(
      present({
        from: isoDay(row, 'from'),
        to: isoDay(row, 'to'),
        region: row.optional('region', [...path, 'region']),
        party: row.optional('party', [...path, 'party']),
      }),
    );
  }
}

/** A full date, written or kept as a serial; what is none is handed on for the rules to show. */
function isoDay(row: TableRow, key: 'from' | 'to'): string | undefined {
  if (row.isBlank(key)) return undefined;
  const cell = row.cell(key);
  const serial = cell?.kind === 'number' ? dayOfSerial(Number(cell.value)) : undefined;
  const text = (serial ?? textOfCell(cell)).normalize('NFKC').replace(/\s/gu, '');
  const [, year, month, day] = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/u.exec(text) ?? [];
  return year === undefined ? text : `${year}-${two(month)}-${two(day)}`;
}

const two = (digits = ''): string => digits.padStart(2, '0');
