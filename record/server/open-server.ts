import type { PoolConfig } from 'pg';
import { openPool, queriesOver } from '../open-pool.js';
import type { Db } from '../schema.js';
import { checkServer } from './check-server.js';
import { explainServer } from './explain-server.js';

export interface ServerPlace {
  readonly connectionString: string;
  /** Connections at most; 10 when absent. */
  readonly poolSize?: number;
}

/** Long for any statement of ours, short enough that a lock which somebody forgot does not stop the office for a night. */
const patience = {
  statement_timeout: 60_000,
  idle_in_transaction_session_timeout: 60_000,
} as const satisfies PoolConfig;

/** Connects, and refuses a server that does not do; its schema may still be older than ours. */
export async function openServer({ connectionString, poolSize = 10 }: ServerPlace, waitMs: number): Promise<Db> {
  const pool = openPool(
    {
      ...patience,
      connectionString: withLibpqModes(connectionString),
      max: poolSize,
      fallback_application_name: 'shuangyue',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    },
    waitMs,
  );
  const db = queriesOver(pool);
  try {
    await checkServer(db, connectionString);
    return db;
  } catch (error) {
    await db.destroy();
    throw explainServer(error, connectionString);
  }
}

/** `sslmode` means what it means to psql and pg_dump, which are given the same address. */
function withLibpqModes(connectionString: string): string {
  if (!connectionString.includes('sslmode=') || connectionString.includes('uselibpqcompat=')) return connectionString;
  return `${connectionString}&uselibpqcompat=true`;
}
