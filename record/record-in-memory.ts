import { PGlite } from '@electric-sql/pglite';
import type { PoolClient } from 'pg';
import type { RecordDb } from './database.js';
import { poolOver } from './embedded/pool-over.js';
import { migrate } from './migrate.js';
import { queriesOver } from './open-pool.js';

/** Nothing waits for a disk that is none. */
const startParams = [...PGlite.defaultStartParams, '-c', 'autovacuum=off', '-c', 'synchronous_commit=off'];

/** A record in this process's memory, for what is thrown away afterwards. `now` is written beside its migrations. */
export async function openRecordInMemory(now: string, waitMs = 30_000): Promise<Omit<RecordDb, 'backup'>> {
  const lite = await PGlite.create({ startParams });
  const pool = poolOver(lite, waitMs);
  const db = queriesOver(pool);
  const close = async (): Promise<void> => {
    await db.destroy();
    await lite.close();
  };
  await migrate(db, now);
  pool.on('acquire', prepareOnce());
  return { db, close };
}

/**
 * From here on every statement is parsed and planned once: half the time of a short one. Its one connection ends with
 * the record, so that no statement outlives its tables.
 */
function prepareOnce(): (client: PoolClient) => void {
  const prepared = new WeakSet<PoolClient>();
  const names = new Map<string, string>();
  return (client) => {
    if (prepared.has(client)) return;
    prepared.add(client);
    const query = client.query.bind(client) as (config: object) => Promise<unknown>;
    const named = (text: string, values: readonly unknown[] = []) => {
      const name = names.get(text) ?? `s${names.size}`;
      names.set(text, name);
      return query({ name, text, values });
    };
    client.query = named as typeof client.query;
  };
}
