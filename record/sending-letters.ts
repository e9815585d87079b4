import { sql } from 'kysely';
import type { Letter } from './letters.js';
import type { Db, LetterKind, LetterState } from './schema.js';
import { storableJson } from './storable.js';

/** Letters that wait to be sent or were interrupted, oldest first. */
export async function unsentLetters(
  db: Db,
  of: { campaign: string; desk?: string; round?: string; kind?: LetterKind },
): Promise<readonly Letter[]> {
  return db
    .selectFrom('letter')
    .selectAll()
    .where('campaign', '=', of.campaign)
    .where('state', 'in', ['ready', 'sending'])
    .$if(of.desk !== undefined, (query) => query.where('desk', '=', of.desk ?? ''))
    .$if(of.round !== undefined, (query) => query.where('round', '=', of.round ?? ''))
    .$if(of.kind !== undefined, (query) => query.where('kind', '=', of.kind ?? 'note'))
    .orderBy('id')
    .execute();
}

export interface Composed {
  readonly id: number;
  readonly recipients: readonly string[];
  readonly copies: readonly string[];
  readonly subject: string;
  readonly raw: string;
  readonly at: string;
  readonly bootId: string;
}

/** Before the first byte leaves: what is sent, by which process. Without the ids that another process has begun. */
export async function beginSending(db: Db, letters: readonly Composed[]): Promise<ReadonlySet<number>> {
  if (letters.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    update letter
    set state = 'sending', sending_by = composed."bootId", recipients = composed.recipients, copies = composed.copies,
      subject = composed.subject, raw = composed.raw, composed_at = composed.at, attempts = attempts + 1, failure = null
    from jsonb_to_recordset(${storableJson(letters)}::jsonb) as composed (id integer, recipients jsonb, copies jsonb,
      subject text, raw text, at timestamptz, "bootId" text)
    where letter.id = composed.id and letter.state = 'ready'
    returning letter.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** The server certainly did not take it: it waits again, and the attempt does not count among those that may have arrived. */
export async function putBack(
  db: Db,
  { id, failure, bootId }: { readonly id: number; readonly failure: string; readonly bootId: string },
): Promise<void> {
  await db
    .updateTable('letter')
    .set({ state: 'ready', failure, attempts: sql<number>`attempts - 1` })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('sending_by', '=', bootId)
    .execute();
}

/** True for the one of several processes that may settle a letter which another left in `sending`. */
export async function takeOver(
  db: Db,
  { id, from, to }: { readonly id: number; readonly from: string | null; readonly to: string },
): Promise<boolean> {
  const taken = await db
    .updateTable('letter')
    .set({ sending_by: to })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('sending_by', 'is not distinct from', from)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** A letter that did not leave, or that nobody knows whether it left, and why. */
export async function markUnsent(
  db: Db,
  id: number,
  state: Extract<LetterState, 'doubtful' | 'refused' | 'cancelled' | 'lapsed'>,
  failure: string | null,
): Promise<void> {
  await db.updateTable('letter').set({ state, failure }).where('id', '=', id).execute();
}

/**
 * The same bytes once more, with the same Message-ID: for a letter of ours that may not have left, or a doubtful one that
 * a coordinator has asked after. False where another process was first.
 */
export async function resendDoubtful(db: Db, id: number, bootId: string): Promise<boolean> {
  const begun = await db
    .updateTable('letter')
    .set({ state: 'sending', sending_by: bootId, attempts: sql<number>`attempts + 1` })
    .where('id', '=', id)
    .where((or) => or.or([or('state', '=', 'doubtful'), or.and({ state: 'sending', sending_by: bootId })]))
    .returning('id')
    .executeTakeFirst();
  return begun !== undefined;
}
