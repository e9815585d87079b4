import { sql } from 'kysely';
import { groupCommitFor } from './group-commit.js';
import type { Letter } from './letters.js';
import type { Db } from './schema.js';

interface Place {
  readonly campaign: string;
  readonly desk: string;
}

/** What lies in a desk's outbox, oldest first. */
export interface Outbox {
  /** Drafts of 督办函 that wait for a signature, with their tasks. */
  readonly unsigned: readonly { readonly id: number; readonly tasks: readonly number[] }[];
  /** Letters that wait to be sent or were interrupted. */
  readonly unsent: readonly Letter[];
}

type Lying = Letter & { readonly draftOf: readonly number[] | null };

/** Desks that look at about the same time look together. */
export const lookIntoOutbox = groupCommitFor<Db, Place, Outbox>(outboxes, { rowsPerTransaction: 100 });

async function outboxes(db: Db, places: readonly Place[]): Promise<readonly Outbox[]> {
  const wanted = JSON.stringify(places.map(({ campaign, desk }) => ({ campaign, desk })));
  const letters: readonly Lying[] = await db
    .selectFrom('letter')
    .selectAll()
    .select(
      sql<readonly number[] | null>`
        (select json_agg(task order by task) from notice where notice.letter = letter.id and letter.state = 'drafted')`.as(
        'draftOf',
      ),
    )
    .where('state', 'in', ['drafted', 'ready', 'sending'])
    .where(
      sql<boolean>`(campaign, desk) in (
        select campaign, desk from jsonb_to_recordset(${wanted}::jsonb) as wanted (campaign text, desk text))`,
    )
    .orderBy('id')
    .execute();
  return places.map(({ campaign, desk }) => {
    const own = letters.filter((letter) => letter.campaign === campaign && letter.desk === desk);
    return {
      unsigned: own.flatMap(({ id, draftOf }) => (draftOf === null ? [] : [{ id, tasks: draftOf }])),
      unsent: own.filter(({ state }) => state !== 'drafted'),
    };
  });
}
