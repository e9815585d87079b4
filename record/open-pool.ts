import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import type { Db, Schema } from './schema.js';
import { valueParsers } from './value-parsers.js';

const nothing = (): void => undefined;

/** A statement waits for a connection as long as `waitMs`. */
export const openPool = (config: PoolConfig, waitMs: number): Pool => {
  const pool = new Pool({ ...config, types: valueParsers, connectionTimeoutMillis: waitMs });
  // A server that restarts breaks its connections. The pool drops idle ones and the next statement opens a new one;
  // one that breaks between two statements of a transaction tells the next of them, and must not end the process.
  pool.on('error', nothing);
  pool.on('connect', (client) => client.on('error', nothing));
  return pool;
};

export const queriesOver = (pool: Pool): Db => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
