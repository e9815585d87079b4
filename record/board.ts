import { sql } from 'kysely';
import type { PartyStatus, StandingCounts, Status, TaskStatus } from '../domain/board.js';
import { readCampaign } from './campaigns.js';
import { nextSteps } from './next-steps.js';
import { troublesOf } from './party-troubles.js';
import { type RoundRecord, readRounds } from './rounds.js';
import type { Db } from './schema.js';

/** How the campaign stands at `now`; undefined when there is no such campaign. */
export async function status(db: Db, id: string, now: string): Promise<Status | undefined> {
  const campaign = await readCampaign(db, id);
  if (campaign === undefined) return undefined;
  const rounds = await readRounds(db, id);
  const round = currentRound(rounds);
  const tasks = await taskStatuses(db, id);
  return {
    campaign: id,
    title: campaign.title,
    state: campaign.state,
    now,
    round: round === undefined ? null : datesOf(round),
    counts: countStandings(tasks),
    parties: partyStatuses(tasks, await readPartyNames(db, id), await troublesOf(db, id, round?.opensAt ?? now)),
    tasks,
    next: campaign.state === 'running' ? nextSteps(rounds, now) : [],
    waiting: await countWaiting(db, id),
    letters: await countLetters(db, id),
  };
}

/** The one being run; between two rounds the last one, whose standings the tasks still show; before the first, the one to come. */
function currentRound(rounds: readonly RoundRecord[]): RoundRecord | undefined {
  return (
    rounds.find(({ state }) => state === 'open' || state === 'closing') ??
    rounds.findLast(({ state }) => state === 'closed') ??
    rounds.find(({ state }) => state === 'planned')
  );
}

function datesOf({ round, state, opensAt, answerBy, closesAt }: RoundRecord): Status['round'] {
  return { id: round, state, opensAt, answerBy, closesAt };
}

export function countStandings(tasks: readonly Pick<TaskStatus, 'standing'>[]): StandingCounts {
  const counts: { -readonly [standing in keyof StandingCounts]: number } = {};
  for (const { standing } of tasks) counts[standing] = (counts[standing] ?? 0) + 1;
  return counts;
}

/** The round that is run and how its tasks stand, for who asks often. */
export async function standingsNow(
  db: Db,
  campaign: string,
): Promise<
  Pick<Status, 'campaign' | 'round'> & { tasks: Pick<TaskStatus, 'number' | 'lead' | 'standing' | 'round'>[] }
> {
  const round = currentRound(await readRounds(db, campaign));
  const tasks = await db
    .selectFrom('task')
    .select(['number', 'lead', 'standing', 'round'])
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute();
  return { campaign, round: round === undefined ? null : datesOf(round), tasks };
}

export function taskStatuses(db: Db, campaign: string): Promise<readonly TaskStatus[]> {
  return db
    .selectFrom('task')
    .select(['number', 'title', 'lead', 'standing', 'answer_by as answerBy', 'round'])
    .select(newestVersion.as('version'))
    .select(isToEnter.as('toEnter'))
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute();
}

/** Of the round the task is in; 0 when it has no answer there. */
export const newestVersion = sql<number>`
  coalesce((
    select max(version) from answer
    where answer.campaign = task.campaign and answer.task = task.number and answer.round = task.round
  ), 0)`;

const isToEnter = sql<boolean>`
  coalesce((
    select content -> 'toEnter' is not null from answer
    where answer.campaign = task.campaign and answer.task = task.number and answer.round = task.round
      and answer.outcome is distinct from 'held'
    order by version desc limit 1
  ), false)`;

interface PartyName {
  readonly code: string;
  readonly name: string;
}

function readPartyNames(db: Db, campaign: string): Promise<readonly PartyName[]> {
  return db
    .selectFrom('party')
    .select(['code', 'name'])
    .where('campaign', '=', campaign)
    .orderBy('position')
    .orderBy('code')
    .execute();
}

/** Who leads no task has nothing to answer for and is left out. */
function partyStatuses(
  tasks: readonly TaskStatus[],
  parties: readonly PartyName[],
  troubles: ReadonlyMap<string, readonly string[]>,
): readonly PartyStatus[] {
  return parties.flatMap(({ code, name }) => {
    const led = tasks.filter(({ lead }) => lead === code);
    if (led.length === 0) return [];
    return [{ code, name, tasks: led.length, counts: countStandings(led), troubles: troubles.get(code) ?? [] }];
  });
}

export async function countWaiting(db: Db, campaign: string): Promise<Status['waiting']> {
  const { rows } = await sql<Status['waiting']>`
    select
      (select count(*) from mail where state = 'held' and (campaign = ${campaign} or campaign is null)) as "heldMail",
      (select count(*) from mail
        where state = 'held' and to_enter is not null and (campaign = ${campaign} or campaign is null)) as "toEnter",
      (select count(*) from letter
        where campaign = ${campaign} and kind = 'escalation' and state = 'drafted') as unsigned,
      (select count(*) from letter where campaign = ${campaign} and state = 'doubtful') as doubtful,
      (select count(*) from notice where campaign = ${campaign} and state = 'withheld') as withheld,
      (select count(*) from contact_change
        where campaign = ${campaign} and state in ('asked', 'held') and source <> 'coordinator') as "contactChanges",
      (select count(*) from (
        select distinct on (round) state from bulletin where campaign = ${campaign} order by round, version desc
      ) as newest where state = 'draft') as "draftBulletins"`.execute(db);
  return onlyRow(rows);
}

async function countLetters(db: Db, campaign: string): Promise<Status['letters']> {
  const { rows } = await sql<Status['letters']>`
    select
      count(*) filter (where state = 'sent') as sent,
      count(*) filter (where state in ('drafted', 'ready', 'sending')) as waiting,
      count(*) filter (where state = 'refused') as refused
    from letter where campaign = ${campaign}`.execute(db);
  return onlyRow(rows);
}

function onlyRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a select of counts gave no row: expected exactly one');
  return row;
}
