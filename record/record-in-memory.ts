import { PGlite } from '@electric-sql/pglite';
import type { RecordDb } from './database.js';
import { poolOver } from './embedded/pool-over.js';
import { migrate } from './migrate.js';
import { queriesOver } from './open-pool.js';

/** Nothing waits for a disk that is none: half of the work of the embedded record. */
const startParams = [...PGlite.defaultStartParams, '-c', 'autovacuum=off', '-c', 'synchronous_commit=off'];

/** A record in this process's memory, for what is thrown away afterwards. `now` is written beside its migrations. */
export async function openRecordInMemory(now: string, waitMs = 30_000): Promise<Omit<RecordDb, 'backup'>> {
  const lite = await PGlite.create({ startParams });
  const db = queriesOver(poolOver(lite, waitMs));
  const close = async (): Promise<void> => {
    await db.destroy();
    await lite.close();
  };
  await migrate(db, now);
  return { db, close };
}
