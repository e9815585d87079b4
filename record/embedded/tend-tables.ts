import { sql } from 'kysely';
import type { Db } from '../schema.js';

/** As PostgreSQL's autovacuum has them by default: the rows that may change before a table is tended, and a share of it. */
const thresholds = { analyze: { rows: 50, share: 0.1 }, vacuum: { rows: 50, share: 0.2 } } as const;
/** A campaign is in the record within seconds, and from then on its statements are to be planned for what lies there. */
const everyMs = 10_000;

/**
 * What a server's autovacuum does, which the embedded database has not: tables of which much has changed are vacuumed
 * and their statistics taken anew. Without them every statement is planned for an empty table, and what is overwritten
 * keeps its place for ever.
 */
export async function tendTables(db: Db): Promise<void> {
  const { analyze, vacuum } = thresholds;
  const { rows } = await sql<{ table: string }>`
    select relname as table from pg_stat_user_tables
    where n_mod_since_analyze > ${analyze.rows} + ${analyze.share}::float8 * n_live_tup
      or n_dead_tup > ${vacuum.rows} + ${vacuum.share}::float8 * n_live_tup
    order by relname`.execute(db);
  // One by one: others get their turn in between.
  for (const { table } of rows) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}

export interface Tending {
  /** Resolves when nothing is tended any more. */
  readonly stop: () => Promise<void>;
}

/** Tends the tables from now on. What keeps it from it keeps others from their work too, and they say so. */
export function keepTended(db: Db): Tending {
  let tending: Promise<void> | undefined;
  const timer = setInterval(() => {
    tending ??= tendTables(db)
      .catch(() => undefined)
      .finally(() => {
        tending = undefined;
      });
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await tending;
    },
  };
}
