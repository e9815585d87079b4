import type { Pool, PoolClient } from 'pg';

/** The record has some two hundred; those that list many ids differ by their number and are not worth keeping. */
const most = 400;

/**
 * From here on a statement that comes again is parsed and planned once: half the time of a short one. For the one
 * connection of an embedded record whose tables do not change any more.
 */
export function prepareStatements(pool: Pool): void {
  const known = new WeakSet<PoolClient>();
  const seen = new Set<string>();
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const name = names.get(text);
    if (name !== undefined || names.size >= most) return name;
    if (seen.delete(text)) names.set(text, `s${names.size}`);
    else seen.add(text);
    return names.get(text);
  };
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
    const named = (text: unknown, ...[values, ...rest]: readonly unknown[]): unknown => {
      const isStatement = typeof text === 'string' && Array.isArray(values) && values.length > 0;
      const name = isStatement ? nameOf(text) : undefined;
      return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
    };
    client.query = named as typeof client.query;
  });
}
