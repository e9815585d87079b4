import { sql } from 'kysely';
import { groupCommit } from './group-commit.js';
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

type Look = (place: Place) => Promise<Outbox>;
type Lying = Letter & { readonly draftOf: readonly number[] | null };

/** One queue for each record: desks that look at about the same time look together. */
const queues = new WeakMap<Db, Look>();

export function lookIntoOutbox(db: Db, place: Place): Promise<Outbox> {
  const queue =
    queues.get(db) ?? groupCommit<Place, Outbox>((places) => outboxes(db, places), { rowsPerTransaction: 100 });
  queues.set(db, queue);
  return queue(place);
}

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
