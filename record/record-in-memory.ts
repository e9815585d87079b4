import { PGlite } from '@electric-sql/pglite';
import type { RecordDb } from './database.js';
import { emptyDatabase } from './embedded/empty-database.js';
import { poolOver } from './embedded/pool-over.js';
import { prepareStatements } from './embedded/prepare-statements.js';
import { queriesOver } from './open-pool.js';

/** Nothing waits for a disk that is none. */
const startParams = [...PGlite.defaultStartParams, '-c', 'autovacuum=off', '-c', 'synchronous_commit=off'];
/** A statement waits for the one connection as long. */
const waitMs = 30_000;

/** A record in this process's memory, for what is thrown away afterwards. */
export async function openRecordInMemory(cacheFolder: string): Promise<Omit<RecordDb, 'backup'>> {
  const lite = await PGlite.create({ startParams, loadDataDir: await emptyDatabase(cacheFolder) });
  const pool = poolOver(lite, waitMs);
  const db = queriesOver(pool);
  const close = async (): Promise<void> => {
    await db.destroy();
    await lite.close();
  };
  prepareStatements(pool);
  return { db, close };
}
