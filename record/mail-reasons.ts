import type { Db } from './schema.js';
import { storableJson } from './storable.js';

/** What was found of a mail that is not held: a bounce's status, what a machine wrote it. Chinese sentences. */
export async function writeReasons(
  db: Db,
  { mail, reasons }: { readonly mail: string; readonly reasons: readonly string[] },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ reasons: storableJson(reasons) })
    .where('id', '=', mail)
    .execute();
}
