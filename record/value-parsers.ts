import { type CustomTypesConfig, types } from 'pg';

const { builtins } = types;
const toDate: (text: string) => Date = types.getTypeParser(builtins.TIMESTAMPTZ, 'text');

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map([
  [builtins.TIMESTAMPTZ, (text: string): unknown => toDate(text).toISOString()],
  // A day is a day in every zone; the driver's own parser makes it an instant.
  [builtins.DATE, (text: string): unknown => text],
  // Ours are counts and IMAP's 32-bit numbers: far below 2^53.
  [builtins.INT8, Number],
]);

/** How columns come out of the driver: instants as ISO 8601 in UTC, days as `YYYY-MM-DD`, bigints as numbers. */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: (id, format) => (format === 'binary' ? undefined : parsers.get(id)) ?? types.getTypeParser(id, format),
};
