import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import { openPool } from '../open-pool.js';
import { EmbeddedSocket } from './embedded-socket.js';

/** The names the database is made with. */
const names = { user: 'postgres', database: 'postgres' } as const;

/** An idle connection is never given up: the database has one session, which cannot be opened twice. */
export const poolOver = (lite: PGlite, waitMs: number): Pool =>
  openPool({ ...names, stream: () => new EmbeddedSocket(lite), max: 1, idleTimeoutMillis: 0 }, waitMs);
