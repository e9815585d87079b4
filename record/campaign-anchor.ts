import type { Db } from './schema.js';

/** What a brisk campaign counts from: moved on by pauses and outages. */
export async function moveAnchor(db: Db, campaign: string, anchoredAt: string): Promise<void> {
  await db.updateTable('campaign').set({ anchored_at: anchoredAt }).where('id', '=', campaign).execute();
}
