import { anyOf } from './any-of.js';
import type { CallAnswers, CallOutcome } from '../domain/call.js';
import type { Db } from './schema.js';
import { storableJson, storableText } from './storable.js';

export interface NewCall {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  readonly by: string;
  readonly at: string;
  /** What was said besides; may be empty. */
  readonly note: string;
  readonly outcome?: CallOutcome | undefined;
  readonly said?: CallAnswers | undefined;
}

export interface CallRecord extends Omit<NewCall, 'outcome' | 'said'> {
  readonly id: number;
  /** Null of a call that was logged before outcomes were. */
  readonly outcome: CallOutcome | null;
  readonly said: CallAnswers;
}

/** The call's id. */
export async function logCall(db: Db, { note, outcome = 'reached', said = {}, ...call }: NewCall): Promise<number> {
  const { id } = await db
    .insertInto('call')
    .values({ ...call, outcome, said: storableJson(said), note: storableText(note) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Oldest first; of every party when none are named. */
export function callsOf(
  db: Db,
  of: { readonly campaign: string; readonly round: string; readonly parties?: readonly string[] },
): Promise<readonly CallRecord[]> {
  return db
    .selectFrom('call')
    .selectAll()
    .where('campaign', '=', of.campaign)
    .where('round', '=', of.round)
    .$if(of.parties !== undefined, (query) => query.where('party', '=', anyOf(of.parties ?? [])))
    .orderBy('id')
    .execute();
}
