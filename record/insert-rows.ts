import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Schema } from './schema.js';
import { storableJson } from './storable.js';

/** What an insert has to say of a row, each value as a query gives it back: the content of a jsonb column as an object. */
export type NewRow<Table extends keyof Schema> = {
  readonly [Column in keyof Insertable<Schema[Table]>]: Column extends keyof Selectable<Schema[Table]>
    ? Selectable<Schema[Table]>[Column]
    : never;
};

/**
 * Rows of a table as one parameter, in the order given: however many they are, it is the same statement, which is
 * planned once. At least one. A column that one row leaves out and another does not is null there.
 */
export function insertRows<Table extends keyof Schema>(
  db: Kysely<Schema>,
  table: Table,
  rows: readonly NewRow<Table>[],
) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const selected = sql.join(columns.map((column) => sql.ref(column)));
  const record = sql`jsonb_populate_recordset(null::${sql.table(table)}, ${storableJson(rows)}::jsonb)`;
  return db
    .insertInto(table)
    .columns(columns as never)
    .expression(sql`select ${selected} from ${record}`);
}
