import { sql } from 'kysely';
import { groupCommitFor } from './group-commit.js';
import type { Db } from './schema.js';

export interface Accepted {
  readonly id: number;
  readonly at: string;
}

/** A server took the letter: it and its notices are sent. Letters taken at about the same time are written together. */
export const markAccepted = groupCommitFor<Db, Accepted, void>(
  async (db, letters) => {
    await markSent(db, letters);
    return [];
  },
  { rowsPerTransaction: 200, pauseMs: 20 },
);

/** In one statement, which needs no transaction of several steps. */
export async function markSent(db: Db, letters: readonly Accepted[]): Promise<void> {
  await sql`
    with accepted as (
      select * from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as accepted (id integer, at timestamptz)
    ), sent as (
      update letter set state = 'sent', sent_at = accepted.at, failure = null
      from accepted
      where letter.id = accepted.id and letter.state in ('sending', 'doubtful')
    )
    update notice set state = 'sent'
    where letter in (select id from accepted) and state = 'claimed'`.execute(db);
}
