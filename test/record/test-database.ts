import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { openRecord } from '../../record/database.js';
import { migrationsFolder } from '../../record/migrations-folder.js';

const now = '2026-01-05T01:00:00.000Z';

/** A database of the test's own on the server that the whole run shares (start-postgres.mjs). */
export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Migrated, without rows: copied from a template that is made once for each state of the migrations. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(async (client) => {
    const template = await migratedTemplate(client);
    await client.query(`create database ${name} template ${template}`);
  });
  return { url: urlOf(name), drop: () => onServer((client) => client.query(`drop database ${name} with (force)`)) };
}

/** Nothing in it yet. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name}`));
  return { url: urlOf(name), drop: () => onServer((client) => client.query(`drop database ${name} with (force)`)) };
}

/** Test files run side by side: the first makes the template, the others wait for it. */
async function migratedTemplate(client: Client): Promise<string> {
  const name = `template_${migrationsHash()}`;
  await client.query('select pg_advisory_lock(1)');
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    await client.query(`create database ${name}_draft`);
    const record = await openRecord({ connectionString: urlOf(`${name}_draft`) }, { now });
    await record.close();
    await client.query(`alter database ${name}_draft rename to ${name}`);
  }
  await client.query('select pg_advisory_unlock(1)');
  return name;
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = process.env['TEST_POSTGRES'];
  if (url === undefined) throw new Error('No PostgreSQL was started for this test: run it in the project “postgres”.');
  return url.replace('/postgres?', `/${database}?`);
}

export function migrationsHash(): string {
  const hash = createHash('sha256');
  const folder = migrationsFolder();
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
