import type { Db } from './schema.js';
import { storableText } from './storable.js';

/** Something the coordinators are to know; `about` names the matter, and a matter is told once. */
export interface NewNote {
  readonly campaign: string;
  readonly about: string;
  readonly plannedAt: string;
  readonly text: string;
}

export interface NoteRecord extends NewNote {
  readonly id: number;
}

/** True when the matter was not known before. */
export async function addNote(db: Db, { campaign, about, plannedAt, text }: NewNote): Promise<boolean> {
  const added = await db
    .insertInto('note')
    .values({ campaign, about, planned_at: plannedAt, text: storableText(text) })
    .onConflict((conflict) => conflict.columns(['campaign', 'about']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

const columns = ['id', 'campaign', 'about', 'planned_at as plannedAt', 'text'] as const;

/** Notes up to the instant that no letter has told yet, oldest first. */
export function dueNotes(
  db: Db,
  { campaign, upTo }: { readonly campaign: string; readonly upTo: string },
): Promise<readonly NoteRecord[]> {
  return db
    .selectFrom('note')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('letter', 'is', null)
    .where('planned_at', '<=', upTo)
    .orderBy('planned_at')
    .orderBy('id')
    .execute();
}

/** From now on this letter tells them. Returns what it claimed. */
export async function claimNotes(
  db: Db,
  { campaign, upTo, letter }: { readonly campaign: string; readonly upTo: string; readonly letter: number },
): Promise<readonly NoteRecord[]> {
  const claimed = await db
    .updateTable('note')
    .set({ letter })
    .where('campaign', '=', campaign)
    .where('letter', 'is', null)
    .where('planned_at', '<=', upTo)
    .returning(columns)
    .execute();
  return claimed.toSorted((one, other) => one.id - other.id);
}
