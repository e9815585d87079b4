import { type CompiledQuery, type Dialect, type Driver, Kysely, type QueryExecutor, type QueryResult } from 'kysely';
import type { Db, Schema } from './schema.js';

/**
 * A view of the record that asks the same only once: for work on many things at a time that changes nothing. What is
 * written meanwhile by others it may not see; it is thrown away after the work.
 */
export function rememberReads(db: Db): Db {
  const executor = db.getExecutor();
  const known = new Map<string, Promise<QueryResult<unknown>>>();
  const executeQuery = async (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    if (query.query.kind !== 'SelectQueryNode') throw new Error(`${query.sql} is no reading of the record`);
    const key = `${query.sql} ${JSON.stringify(query.parameters)}`;
    const result = known.get(key) ?? executor.executeQuery(query);
    known.set(key, result);
    return result;
  };
  const remembering = new Proxy(executor, {
    get: (target, name) => {
      if (name === 'executeQuery') return executeQuery;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return withExecutor(remembering);
}

/** Every way to a transaction or a connection of its own is closed: there it would not remember. */
function withExecutor(executor: QueryExecutor): Db {
  const dialect: Dialect = {
    createAdapter: refuse,
    createDriver: refuse,
    createIntrospector: refuse,
    createQueryCompiler: refuse,
  };
  const driver: Driver = {
    init: refuse,
    acquireConnection: refuse,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: refuse,
    destroy: refuse,
  };
  return new Kysely<Schema>({ config: { dialect }, dialect, driver, executor });
}

function refuse(): never {
  throw new Error('a view that remembers what was read has no transactions');
}
