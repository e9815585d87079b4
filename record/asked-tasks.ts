import { sql } from 'kysely';
import type { TaskRow } from './office-facts.js';
import { askedOnce } from './read-together.js';
import type { Db } from './schema.js';

/**
 * What a party was asked in a round and still leads: also after the round closed, and from the moment its opening is
 * noticed, before the task itself has opened. What is accepted or withdrawn is not asked any more.
 */
export function askedTasks(
  db: Db,
  { campaign, party, round }: { readonly campaign: string; readonly party: string; readonly round: string },
): Promise<readonly TaskRow[]> {
  return tasksAsked(db, campaign, party, round);
}

const tasksAsked = askedOnce(
  'asked tasks',
  (db, campaign: string, party: string, round: string): Promise<readonly TaskRow[]> =>
    db
      .selectFrom('task')
      .selectAll()
      .where('campaign', '=', campaign)
      .where('lead', '=', party)
      .where('standing', 'not in', ['accepted', 'withdrawn'])
      .where((on) =>
        on.or([
          on('task.round', '=', round),
          on.exists(
            on
              .selectFrom('notice')
              .select(sql.lit(1).as('one'))
              .whereRef('notice.campaign', '=', 'task.campaign')
              .whereRef('notice.task', '=', 'task.number')
              .whereRef('notice.desk', '=', 'task.lead')
              .where('notice.round', '=', round)
              .where('notice.step', '!=', 'handover'),
          ),
        ]),
      )
      .orderBy('number')
      .execute(),
);
