import { sql } from 'kysely';
import type { Db } from './schema.js';

/** Whether a file came with an answer of the campaign: what lies in the store besides is nobody's to fetch by its hash. */
export async function isAnswerFile(
  db: Db,
  { campaign, hash }: { readonly campaign: string; readonly hash: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('answer')
    .select('id')
    .where('campaign', '=', campaign)
    .where(sql<boolean>`content -> 'files' @> ${JSON.stringify([{ hash }])}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
