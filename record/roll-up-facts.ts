import { sql } from 'kysely';
import type { AccountedAnswer, EscalationFacts } from '../domain/roll-up/roll-up-input.js';
import type { Mark, Standing } from '../domain/standing.js';
import type { Db } from './schema.js';

interface OfRound {
  readonly campaign: string;
  readonly round: string;
}

/** The newest answer of the round on each task that its lead gave, held ones left out. */
export async function rolledUpAnswers(
  db: Db,
  { campaign, round }: OfRound,
): Promise<readonly (AccountedAnswer & { task: number })[]> {
  return db
    .selectFrom('answer')
    .distinctOn('task')
    .select(['task', 'id', 'version', 'party', 'content', 'received_at as receivedAt', 'channel'])
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('outcome', 'in', ['answered', 'late', 'correction'])
    .orderBy('task')
    .orderBy('version', 'desc')
    .execute();
}

/** Where each task stood when the round closed: its last transition in it. */
export async function closingStandings(
  db: Db,
  { campaign, round }: OfRound,
): Promise<readonly { task: number; after: Standing; mark: Mark | null }[]> {
  return db
    .selectFrom('transition')
    .distinctOn('task')
    .select(['task', 'after', sql<Mark | null>`detail ->> 'mark'`.as('mark')])
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .orderBy('task')
    .orderBy('sequence', 'desc')
    .execute();
}

export async function missedTasks(db: Db, { campaign, round }: OfRound): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('transition')
    .select('task')
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('event', '=', 'close')
    .where('after', '=', 'missed')
    .orderBy('task')
    .execute();
  return rows.map(({ task }) => task);
}

/** What the ladder's last step came to in a round. */
export async function escalationFacts(db: Db, { campaign, round }: OfRound): Promise<EscalationFacts> {
  const rows = await db
    .selectFrom('notice')
    .leftJoin('letter', 'letter.id', 'notice.letter')
    .select(['notice.task', 'notice.state', 'notice.why', 'letter.state as letter'])
    .where('notice.campaign', '=', campaign)
    .where('notice.round', '=', round)
    .where('notice.step', '=', 'escalation')
    .orderBy('notice.task')
    .execute();
  const unfounded = await unfoundedTasks(db, { campaign, round });
  const tasks = (which: (row: (typeof rows)[number]) => boolean) => [
    ...new Set(rows.filter(which).map(({ task }) => task)),
  ];
  return {
    escalated: tasks(({ state, task }) => state === 'sent' && !unfounded.includes(task)),
    withheld: tasks(({ state, why }) => (state === 'withheld' || state === 'lapsed') && why !== null),
    unsigned: tasks(({ state, letter }) => state === 'lapsed' && letter === 'lapsed'),
    unfounded,
  };
}

async function unfoundedTasks(db: Db, { campaign, round }: OfRound): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('transition')
    .select('task')
    .distinct()
    .where('campaign', '=', campaign)
    .where('round', '=', round)
    .where('event', '=', 'unfounded')
    .execute();
  return rows.map(({ task }) => task);
}
