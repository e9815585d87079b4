import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import { openEmbedded } from './embedded/embedded-database.js';
import { lockFolder } from './embedded/folder-lock.js';
import { migrate } from './migrate.js';
import type { Db, Schema } from './schema.js';
import { valueParsers } from './value-parsers.js';

/** A folder of our own (embedded), or a PostgreSQL server. A `backup` is restored into a folder without a record. */
export type RecordPlace = { readonly folder: string; readonly backup?: Blob } | { readonly connectionString: string };

export interface OpenOptions {
  /** Instant written beside the migrations this start applies. */
  readonly now: string;
  /**
   * How long a statement may wait for a connection. The embedded record has one: `db` used inside its own transaction
   * waits for itself, and fails after this.
   */
  readonly waitMs?: number;
}

export interface RecordDb {
  readonly db: Db;
  /** May be called again. */
  readonly close: () => Promise<void>;
  /** The whole embedded record as one file; PostgreSQL has its own tools. */
  readonly backup?: () => Promise<Blob>;
}

/** Opens the record and brings its schema up to date. */
export const openRecord = async (place: RecordPlace, { now, waitMs = 30_000 }: OpenOptions): Promise<RecordDb> => {
  const record = 'folder' in place ? await openFolder(place, waitMs) : openServer(place.connectionString, waitMs);
  try {
    await migrate(record.db, now);
    return record;
  } catch (error) {
    await record.close();
    throw error;
  }
};

const openFolder = async (
  { folder, backup }: { readonly folder: string; readonly backup?: Blob },
  waitMs: number,
): Promise<RecordDb> => {
  const lock = lockFolder(folder);
  try {
    const lite = await openEmbedded(folder, backup);
    // An idle connection is never given up: the adapter's one connection cannot be opened twice.
    const { connection } = createPgConfig(lite);
    const onlyConnection: PoolConfig & { connection: typeof connection } = { connection, max: 1, idleTimeoutMillis: 0 };
    const pool = openPool(onlyConnection, waitMs);
    const db = queriesOver(pool);
    const shut = async (): Promise<void> => {
      await db.destroy();
      await lite.close();
      lock.release();
    };
    let shutting: Promise<void> | undefined;
    return { db, close: () => (shutting ??= shut()), backup: () => holding(pool, () => lite.dumpDataDir('gzip')) };
  } catch (error) {
    lock.release();
    throw error;
  }
};

const openServer = (connectionString: string, waitMs: number): RecordDb => {
  const db = queriesOver(openPool({ connectionString }, waitMs));
  return { db, close: () => db.destroy() };
};

const openPool = (config: PoolConfig, waitMs: number): Pool => {
  const pool = new Pool({ ...config, types: valueParsers, connectionTimeoutMillis: waitMs });
  // A server that restarts breaks idle connections; the pool drops them, and the next statement opens a new one.
  pool.on('error', () => undefined);
  return pool;
};

const queriesOver = (pool: Pool): Db => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });

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
