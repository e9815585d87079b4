import type { Pool } from 'pg';
import { openEmbedded } from './embedded/embedded-database.js';
import { lockFolder } from './embedded/folder-lock.js';
import { poolOver } from './embedded/pool-over.js';
import { prepareStatements } from './embedded/prepare-statements.js';
import { keepTended } from './embedded/tend-tables.js';
import { migrate } from './migrate.js';
import { refuseMovedFolder, refuseMovedServer } from './move/refuse-moved.js';
import { queriesOver } from './open-pool.js';
import type { Db } from './schema.js';
import { describeServer } from './server/describe-server.js';
import { explainServer } from './server/explain-server.js';
import { openServer, type ServerPlace } from './server/open-server.js';

/** A folder of our own (embedded), or a PostgreSQL server. A `backup` is restored into a folder without a record. */
export type RecordPlace = { readonly folder: string; readonly backup?: Blob } | ServerPlace;

export interface OpenOptions {
  /** Instant written beside the migrations this start applies. */
  readonly now: string;
  /**
   * How long a statement may wait for a connection. The embedded record has one: `db` used inside its own transaction
   * waits for itself, and fails after this.
   */
  readonly waitMs?: number;
  /** Also one that was moved elsewhere: to finish the move. */
  readonly evenIfMoved?: boolean;
}

export interface RecordDb {
  readonly db: Db;
  /** May be called again. */
  readonly close: () => Promise<void>;
  /** The whole embedded record as one file; PostgreSQL has its own tools. */
  readonly backup?: () => Promise<Blob>;
}

interface Opened extends RecordDb {
  /** Once its schema is up to date. */
  readonly prepare?: () => void;
}

/** Opens the record and brings its schema up to date. */
export const openRecord = async (
  place: RecordPlace,
  { now, waitMs = 30_000, evenIfMoved = false }: OpenOptions,
): Promise<RecordDb> => {
  if ('folder' in place && !evenIfMoved) refuseMovedFolder(place.folder);
  const record = 'folder' in place ? await openFolder(place, waitMs) : await openOnServer(place, waitMs);
  try {
    await migrate(record.db, now);
    record.prepare?.();
    if (!('folder' in place) && !evenIfMoved)
      await refuseMovedServer(record.db, describeServer(place.connectionString));
    return record;
  } catch (error) {
    await record.close();
    throw 'folder' in place ? error : explainServer(error, place.connectionString);
  }
};

const openFolder = async (
  { folder, backup }: { readonly folder: string; readonly backup?: Blob },
  waitMs: number,
): Promise<Opened> => {
  const lock = lockFolder(folder);
  try {
    const lite = await openEmbedded(folder, backup);
    const pool = poolOver(lite, waitMs);
    const db = queriesOver(pool);
    const tending = keepTended(db);
    const close = once(async () => {
      await tending.stop();
      await db.destroy();
      await lite.close();
      lock.release();
    });
    const dump = (): Promise<Blob> => holding(pool, () => lite.dumpDataDir('gzip'));
    return { db, close, backup: dump, prepare: () => prepareStatements(pool) };
  } catch (error) {
    lock.release();
    throw error;
  }
};

const openOnServer = async (place: ServerPlace, waitMs: number): Promise<Opened> => {
  const db = await openServer(place, waitMs);
  return { db, close: once(() => db.destroy()) };
};

const once = (close: () => Promise<void>): (() => Promise<void>) => {
  let closing: Promise<void> | undefined;
  return () => (closing ??= close());
};

/** Nobody else's transaction is open while we hold the one connection. */
const holding = async <T>(pool: Pool, work: () => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('checkpoint');
    return await work();
  } finally {
    client.release();
  }
};
