import { sql } from 'kysely';
import type { Db } from '../schema.js';

/** Of each engine's own: they say nothing of the office. */
const ownOnly: readonly string[] = ['migration', 'process', 'moved'];

/** A sequence that numbers a column, and the last number it gave out. */
export interface Numbering {
  readonly sequence: string;
  readonly last: string;
  readonly called: boolean;
}

/** All tables of a record that hold its rows, those that others refer to first. */
export async function readTables(db: Db): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace order by relname`.execute(db);
  const { rows: references } = await sql<{ from: string; to: string }>`
    select one.relname as "from", other.relname as "to"
    from pg_constraint
    join pg_class one on one.oid = conrelid
    join pg_class other on other.oid = confrelid
    where contype = 'f' and conrelid <> confrelid and one.relnamespace = current_schema()::regnamespace`.execute(db);
  return referredFirst(
    tables.map(({ name }) => name).filter((name) => !ownOnly.includes(name)),
    references,
  );
}

function referredFirst(
  names: readonly string[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  const ordered: string[] = [];
  let left = [...names];
  while (left.length > 0) {
    const free = left.filter((name) => !references.some(({ from, to }) => from === name && left.includes(to)));
    if (free.length === 0)
      throw new Error(`tables ${left.join(', ')} refer to each other in a ring: expected an order`);
    ordered.push(...free);
    left = left.filter((name) => !free.includes(name));
  }
  return ordered;
}

export async function readNumbering(db: Db, table: string): Promise<readonly Numbering[]> {
  const { rows } = await sql<{ sequence: string }>`
    select pg_get_serial_sequence(attrelid::regclass::text, attname) as sequence
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(attrelid::regclass::text, attname) is not null
    order by attnum`.execute(db);
  const numbering: Numbering[] = [];
  for (const { sequence } of rows) {
    const [state] = (
      await sql<{ last: string; called: boolean }>`
        select last_value::text as last, is_called as called from ${sql.raw(sequence)}`.execute(db)
    ).rows;
    if (state) numbering.push({ sequence, ...state });
  }
  return numbering;
}

export interface Content {
  readonly rows: number;
  /** Of all rows, whatever their order. */
  readonly hash: string;
}

/** The same on both engines: rows as JSON, instants in UTC. */
export async function readContent(db: Db, table: string): Promise<Content> {
  const { rows } = await sql<Content>`
    select count(*)::int as rows, md5(coalesce(string_agg(line, '' order by line collate "C"), '')) as hash
    from (select md5(to_jsonb(each)::text) as line from ${sql.table(table)} as each) as lines`.execute(db);
  return rows[0] ?? { rows: 0, hash: '' };
}
