import type { Db } from './schema.js';
import { storableText } from './storable.js';

export interface NewCall {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  readonly by: string;
  readonly at: string;
  readonly note: string;
}

export interface CallRecord extends NewCall {
  readonly id: number;
}

/** The call's id. */
export async function logCall(db: Db, { note, ...call }: NewCall): Promise<number> {
  const { id } = await db
    .insertInto('call')
    .values({ ...call, note: storableText(note) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Oldest first. */
export function callsOf(
  db: Db,
  of: { readonly campaign: string; readonly round: string; readonly party: string },
): Promise<readonly CallRecord[]> {
  return db
    .selectFrom('call')
    .selectAll()
    .where('campaign', '=', of.campaign)
    .where('round', '=', of.round)
    .where('party', '=', of.party)
    .orderBy('id')
    .execute();
}
