import { sql } from 'kysely';
import { errorSaying, inBoth } from '../../domain/sentence.js';
import { refusal } from '../refusal.js';
import { refusalWords } from '../refusal-words.js';
import type { Db, Trx } from '../schema.js';
import { type Content, readContent, readNumbering, readTables } from './read-tables.js';

export interface Copied {
  readonly tables: number;
  readonly rows: number;
  /** The same rows were there already: an earlier copy was complete. */
  readonly before: boolean;
}

const rowsAtOnce = 500;

/**
 * Copies every row of one record into another that has none, all or nothing, and compares the two table by table before
 * it is final. Both are of the newest schema. Numbers go on where they were.
 */
export async function copyRecord(from: Db, to: Db, tell: (table: string, rows: number) => void): Promise<Copied> {
  return from
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((source) => to.transaction().execute((target) => copyWithin(source, target, tell)));
}

async function copyWithin(source: Trx, target: Trx, tell: (table: string, rows: number) => void): Promise<Copied> {
  for (const side of [source, target]) await prepare(side);
  const tables = await readTables(source);
  const present = new Set(await readTables(target));
  const unknown = tables.filter((table) => !present.has(table));
  if (unknown.length > 0) throw new Error(`the target has no tables ${unknown.join(', ')}: expected the newest schema`);
  const found = await contentsOf(target, tables);
  const before = [...found.values()].some(({ rows }) => rows > 0);
  if (!before) for (const table of tables) tell(table, await copyTable(source, target, table));
  const wanted = await contentsOf(source, tables);
  const made = before ? found : await contentsOf(target, tables);
  const different = tables.filter((table) => !isSame(wanted.get(table), made.get(table)));
  if (different.length > 0) throw before ? occupied() : unlike(different);
  return { tables: tables.length, rows: [...wanted.values()].reduce((sum, { rows }) => sum + rows, 0), before };
}

/** Rows are compared as text, so both sides must write an instant alike; a large table takes as long as it takes. */
async function prepare(trx: Trx): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(trx);
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
}

async function copyTable(source: Trx, target: Trx, table: string): Promise<number> {
  await sql`
    declare rows_to_move no scroll cursor for select to_jsonb(each) as line from ${sql.table(table)} as each`.execute(
    source,
  );
  let rows = 0;
  for (;;) {
    const { rows: lot } = await sql<{ line: object }>`fetch ${sql.lit(rowsAtOnce)} from rows_to_move`.execute(source);
    if (lot.length === 0) break;
    await insertLot(target, table, JSON.stringify(lot.map(({ line }) => line)));
    rows += lot.length;
  }
  await sql`close rows_to_move`.execute(source);
  for (const { sequence, last, called } of await readNumbering(source, table))
    await sql`select setval(${sequence}::regclass, ${last}::bigint, ${called})`.execute(target);
  return rows;
}

async function insertLot(target: Trx, table: string, lines: string): Promise<void> {
  await sql`
    insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${lines}::jsonb)`.execute(
    target,
  );
}

async function contentsOf(db: Db, tables: readonly string[]): Promise<ReadonlyMap<string, Content>> {
  const contents = new Map<string, Content>();
  for (const table of tables) contents.set(table, await readContent(db, table));
  return contents;
}

function isSame(one: Content | undefined, other: Content | undefined): boolean {
  return one?.rows === other?.rows && one?.hash === other?.hash;
}

function occupied(): Error {
  return refusal(inBoth(refusalWords, ({ targetTaken }) => targetTaken));
}

function unlike(tables: readonly string[]): Error {
  return errorSaying(
    inBoth(refusalWords, ({ copyUnlike }) => copyUnlike(tables)),
    'Error',
  );
}
