import { CompiledQuery, type Dialect, type Driver, Kysely, type QueryExecutor, type QueryResult } from 'kysely';
import { hasCode } from './error-code.js';
import type { Db, Schema } from './schema.js';

type Result = QueryResult<unknown>;

interface Waiting {
  readonly query: CompiledQuery;
  readonly resolve: (result: Result | PromiseLike<Result>) => void;
}

/** Questions of the same text and the same types of parameters; undefined where a value does not tell its type. */
interface Alike {
  readonly types: readonly (string | undefined)[];
  readonly all: Waiting[];
}

/**
 * A view of the record for the same work on many things at a time, which changes nothing: the same is asked only once,
 * and what is asked alike at about the same moment, of one mail and of another, goes as one statement. What is written
 * meanwhile by others it may not see; it is thrown away after the work. One that goes on from an earlier view knows what
 * was asked there by name, but for what such work itself changes (`askedOnce`).
 */
export function readTogether(db: Db, earlier?: Db): Db {
  const executor = db.getExecutor();
  const known = new Map<string, Promise<Result>>();
  const waiting = new Map<string, Alike>();
  const askAll = (): void => {
    for (const alike of waiting.values()) askAlike(executor, alike);
    waiting.clear();
  };
  const ask = (query: CompiledQuery): Promise<Result> =>
    new Promise((resolve) => {
      // By then whoever could go on has asked what it asks next.
      if (waiting.size === 0) setImmediate(askAll);
      const types = query.parameters.map(sqlType);
      const alike = within(waiting, `${query.sql} ${types.join()}`, () => ({ types, all: [] }));
      alike.all.push({ query, resolve });
    });
  const executeQuery = async (query: CompiledQuery): Promise<Result> => {
    if (query.query.kind !== 'SelectQueryNode') throw new Error(`${query.sql} is no reading of the record`);
    return within(known, `${query.sql} ${JSON.stringify(query.parameters)}`, () => ask(query));
  };
  const view = withExecutor(
    new Proxy(executor, {
      get: (target, name) => {
        if (name === 'executeQuery') return executeQuery;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
  );
  const lasting = (earlier && views.get(earlier)?.lasting) ?? new Map<string, Promise<unknown>>();
  views.set(view, { lasting, own: new Map() });
  return view;
}

/** What was asked by name, and its answers. */
interface Asked {
  readonly lasting: Map<string, Promise<unknown>>;
  readonly own: Map<string, Promise<unknown>>;
}

const views = new WeakMap<Kysely<Schema>, Asked>();

/**
 * A reader that within such a view asks the same thing once and gives everybody the same answer, without building its
 * statement again; anywhere else, and where it failed, it asks anew. What it is given tells as JSON what it asks.
 * `changing` is what those who read together write themselves: no later view goes on with it.
 */
export function askedOnce<Given extends readonly unknown[], Answer>(
  name: string,
  ask: (db: Kysely<Schema>, ...given: Given) => Promise<Answer>,
  { changing = false }: { readonly changing?: boolean } = {},
): (db: Kysely<Schema>, ...given: Given) => Promise<Answer> {
  return (db, ...given) => {
    const view = views.get(db);
    if (view === undefined) return ask(db, ...given);
    const answers = changing ? view.own : view.lasting;
    const key = JSON.stringify([name, ...given]);
    return within(answers, key, () => {
      const answer = ask(db, ...given);
      answer.catch(() => answers.delete(key));
      return answer;
    }) as Promise<Answer>;
  };
}

/** What stands there, put there if it is missing. */
function within<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make();
  values.set(key, made);
  return made;
}

/** Statements whose parameters have types that their values do not tell. */
const alone = new Set<string>();

function askAlike(executor: QueryExecutor, { types, all }: Alike): void {
  const [first, second] = all;
  if (first === undefined) return;
  const askEach = (): void => {
    for (const { query, resolve } of all) resolve(executor.executeQuery(query));
  };
  const isTold = types.length > 0 && !types.includes(undefined);
  if (second === undefined || !isTold || alone.has(first.query.sql)) return askEach();
  const together = oneOf(
    first.query,
    types,
    all.map(({ query }) => query.parameters),
  );
  executor.executeQuery<Row>(together).then(
    ({ rows }) => {
      const parts = all.map((): object[] => []);
      for (const { [place]: index, ...row } of rows) parts[index]?.push(row);
      for (const [index, { resolve }] of all.entries()) resolve({ rows: parts[index] ?? [] });
    },
    (error: unknown) => {
      if (isOfType(error)) alone.add(first.query.sql);
      // What is wrong with one is nothing to the others.
      askEach();
    },
  );
}

const place = 'place of the question';

interface Row {
  readonly [place]: number;
}

/** One statement for all: each set of parameters is a row, beside which the statement is carried out, in its own order. */
function oneOf(alike: CompiledQuery, types: Alike['types'], sets: readonly (readonly unknown[])[]): CompiledQuery<Row> {
  const columns = types.map((type, index) => `p${index + 1} ${type}`);
  const statement = alike.sql.replaceAll(/\$(\d+)/g, 'asked.p$1');
  const sql = `select asked.place as "${place}", found.* from jsonb_to_recordset($1::jsonb) as asked (place integer, ${columns.join(', ')}) cross join lateral (${statement}) as found`;
  const asked = sets.map((parameters, index) => ({
    place: index,
    ...Object.fromEntries(parameters.map((value, at) => [`p${at + 1}`, value])),
  }));
  return { ...alike, sql, parameters: [JSON.stringify(asked)] };
}

function sqlType(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const [type, ...others] = new Set(value.map(sqlType));
    return type !== undefined && others.length === 0 ? `${type}[]` : undefined;
  }
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return Number.isInteger(value) ? 'integer' : undefined;
}

/** SQLSTATE 42883 and 42804: no such operator between these types, and the wrong type. */
function isOfType(error: unknown): boolean {
  return hasCode(error, '42883') || hasCode(error, '42804');
}

/** Every way to a transaction or a connection of its own is closed: it would not ask together there. */
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
  throw new Error('a view that reads for many at a time has no transactions');
}
