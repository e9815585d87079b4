import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inBoth } from '../domain/sentence.js';
import { migrationsFolder } from './migrations-folder.js';
import { refusal } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import type { Db, Trx } from './schema.js';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** Brings the record to the newest schema; each file in its own transaction. Returns the names that were applied. */
export const migrate = async (db: Db, now: string, folder = migrationsFolder()): Promise<readonly string[]> => {
  const migrations = readMigrations(folder);
  await db.transaction().execute(createLedger);
  await refuseUnknown(db, migrations);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await db.transaction().execute((trx) => apply(trx, migration, now))) applied.push(migration.name);
  }
  return applied;
};

/** Names of the migrations a start would apply; a record that no start has seen lacks all of them. */
export const pendingMigrations = async (db: Db, folder = migrationsFolder()): Promise<readonly string[]> => {
  const { rows } = await sql<{ exists: boolean }>`select to_regclass('migration') is not null as exists`.execute(db);
  const applied = rows[0]?.exists === true ? await db.selectFrom('migration').select('number').execute() : [];
  const done = new Set(applied.map(({ number }) => number));
  return readMigrations(folder).flatMap(({ number, name }) => (done.has(number) ? [] : [name]));
};

/** Of the migrations in their order: what a schema follows from. */
export const migrationHashes = (folder = migrationsFolder()): readonly string[] =>
  readMigrations(folder).map(({ hash }) => hash);

const readMigrations = (folder: string): readonly Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file, index) => readMigration(folder, file, index + 1));

const readMigration = (folder: string, file: string, expected: number): Migration => {
  const number = Number(/^(\d{3})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
  if (number !== expected) {
    throw new Error(
      `${join(folder, file)}: migrations are numbered without gaps; expected ${String(expected).padStart(3, '0')}-<name>.sql`,
    );
  }
  // A checkout may have turned the line ends; that is not a change.
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { number, name: file.slice(0, -'.sql'.length), text, hash: createHash('sha256').update(text).digest('hex') };
};

/**
 * Processes that start together migrate one after another, by any number that is always the same; who waits for a long
 * migration of another, or runs one, is not cut off.
 */
const takeTurn = async (trx: Trx): Promise<void> => {
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`select pg_advisory_xact_lock(20260101)`.execute(trx);
};

const createLedger = async (trx: Trx): Promise<void> => {
  await takeTurn(trx);
  await sql`
    create table if not exists migration (
      number integer primary key, name text not null, hash text not null, applied_at timestamptz not null
    )`.execute(trx);
};

const refuseUnknown = async (db: Db, migrations: readonly Migration[]): Promise<void> => {
  const newer = await db.selectFrom('migration').select('name').where('number', '>', migrations.length).execute();
  if (newer.length === 0) return;
  const names = newer.map(({ name }) => name);
  throw refusal(inBoth(refusalWords, (words) => words.newer(names)));
};

const apply = async (trx: Trx, { number, name, text, hash }: Migration, now: string): Promise<boolean> => {
  await takeTurn(trx);
  const known = await trx.selectFrom('migration').selectAll().where('number', '=', number).executeTakeFirst();
  if (known !== undefined) {
    if (known.hash === hash) return false;
    throw refusal(inBoth(refusalWords, ({ migrationChanged }) => migrationChanged(name, known.name)));
  }
  await sql.raw(text).execute(trx);
  await trx.insertInto('migration').values({ number, name, hash, applied_at: now }).execute();
  return true;
};
