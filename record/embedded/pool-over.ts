import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { Pool, PoolConfig } from 'pg';
import { openPool } from '../open-pool.js';

/** An idle connection is never given up: the adapter's one connection cannot be opened twice. */
export const poolOver = (lite: PGlite, waitMs: number): Pool => {
  const { connection } = createPgConfig(lite);
  const onlyConnection: PoolConfig & { connection: typeof connection } = { connection, max: 1, idleTimeoutMillis: 0 };
  return openPool(onlyConnection, waitMs);
};
