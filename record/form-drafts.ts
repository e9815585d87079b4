import type { Db } from './schema.js';
import { storableJson } from './storable.js';

export interface FormPlace {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
}

export interface FormDraft {
  /** Name of an input → what stands in it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly savedAt: string;
}

export function readFormDraft(db: Db, { campaign, round, party }: FormPlace): Promise<FormDraft | undefined> {
  return db
    .selectFrom('form_draft')
    .select(['fields', 'saved_at as savedAt'])
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('party', '=', party)
    .executeTakeFirst();
}

export async function saveFormDraft(
  db: Db,
  { campaign, round, party }: FormPlace,
  { fields, savedAt }: FormDraft,
): Promise<void> {
  const saved = { fields: storableJson(fields), saved_at: savedAt };
  await db
    .insertInto('form_draft')
    .values({ campaign, round, party, ...saved })
    .onConflict((conflict) => conflict.columns(['campaign', 'round', 'party']).doUpdateSet(saved))
    .execute();
}

export async function dropFormDraft(db: Db, { campaign, round, party }: FormPlace): Promise<void> {
  await db
    .deleteFrom('form_draft')
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('party', '=', party)
    .execute();
}
