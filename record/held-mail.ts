import { sql } from 'kysely';
import type { Db } from './schema.js';

/** How many other mails of one address came since an instant and were held. */
export async function heldSince(
  db: Db,
  { from, since, except }: { readonly from: string; readonly since: string; readonly except: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('mail')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('from_address', '=', from)
    .where('received_at', '>=', since)
    .where('state', '=', 'held')
    .where('id', '!=', except)
    .executeTakeFirstOrThrow();
  return count;
}
