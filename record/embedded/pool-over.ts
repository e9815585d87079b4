import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { Pool, PoolConfig } from 'pg';
import { openPool } from '../open-pool.js';

/** An idle connection is never given up: the adapter's one connection cannot be opened twice. */
export const poolOver = (lite: PGlite, waitMs: number): Pool => {
  const { connection } = createPgConfig(inOneCall(lite));
  const onlyConnection: PoolConfig & { connection: typeof connection } = { connection, max: 1, idleTimeoutMillis: 0 };
  return openPool(onlyConnection, waitMs);
};

/**
 * The adapter hands over each of the five messages that make up a statement by a call of its own. They go as one, which
 * takes a third less time; and what follows an error up to the end of its statement is passed over, as the protocol
 * wants it, where by single calls it would be taken for a statement of its own and break the connection.
 */
const inOneCall = (lite: PGlite): PGlite => {
  let held: Uint8Array[] = [];
  const execProtocolStream: PGlite['execProtocolStream'] = (message, options) => {
    held.push(message);
    if (!endsStatement(message)) return Promise.resolve([]);
    const statement = Buffer.concat(held);
    held = [];
    return lite.execProtocolStream(statement, options);
  };
  return new Proxy(lite, {
    get: (target, name) => (name === 'execProtocolStream' ? execProtocolStream : Reflect.get(target, name)),
  });
};

/** Parse, Bind, Describe, Execute and Close are carried out when the Sync or Flush after them asks for an answer. */
const endsStatement = (message: Uint8Array): boolean => !'PBDEC'.includes(String.fromCharCode(message[0] ?? 0));
