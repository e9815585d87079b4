import type { CallList, PartyToRing } from '../../domain/board.js';
import { groupBy } from '../../domain/group-by.js';
import { callsOf, type CallRecord } from '../../record/calls.js';
import { readCampaign } from '../../record/campaigns.js';
import { allCurrentPosts, type CurrentPosts, partyRows } from '../../record/office-facts.js';
import { troublesOf } from '../../record/party-troubles.js';
import { type SilentTask, silentTasks } from '../../record/round-opening.js';
import { readRounds } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import { lettersOfRound } from '../../record/sent-letters.js';

/** Whom to ring now: the silent parties of the open round in the register's order, whoever was not rung yet first. */
export async function callList(db: Db, campaign: string, now: string): Promise<CallList | undefined> {
  if ((await readCampaign(db, campaign)) === undefined) return undefined;
  const open = (await readRounds(db, campaign)).find(({ state }) => state === 'open');
  if (open === undefined) return { campaign, now, round: null, parties: [] };
  const { round: id, opensAt, answerBy, closesAt } = open;
  const silent = groupBy(await silentTasks(db, { campaign, round: id }), ({ lead }) => lead);
  const posts = await allCurrentPosts(db, campaign);
  const troubles = await troublesOf(db, campaign, opensAt);
  const calls = groupBy(await callsOf(db, { campaign, round: id }), ({ party }) => party);
  const letters = groupBy(await lettersOfRound(db, { campaign, round: id }), ({ desk }) => desk);
  const parties = (await partyRows(db, campaign))
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ code, name }): PartyToRing[] => {
      const tasks = silent.get(code);
      if (tasks === undefined) return [];
      return [
        {
          code,
          name,
          posts: postsToRing(posts.get(code) ?? {}),
          tasks: tasks.map(openTask),
          letters: (letters.get(code) ?? []).map(({ id: letter, kind, sentAt }) => ({ id: letter, kind, sentAt })),
          troubles: troubles.get(code) ?? [],
          calls: (calls.get(code) ?? []).map(callEntry),
        },
      ];
    });
  return { campaign, now, round: { id, answerBy, closesAt }, parties: parties.toSorted(notRungFirst) };
}

function notRungFirst(one: PartyToRing, other: PartyToRing): number {
  return Number(wasReached(one)) - Number(wasReached(other));
}

function wasReached({ calls }: PartyToRing): boolean {
  return calls.some(({ outcome }) => outcome === null || outcome === 'reached');
}

const ringable = ['liaison-a', 'liaison-b', 'section', 'office'] as const;

function postsToRing(posts: CurrentPosts): PartyToRing['posts'] {
  return ringable.flatMap((post) => {
    const holder = posts[post];
    if (holder === undefined) return [];
    const { name, phone, email, bounced_at: bouncedAt } = holder;
    return [{ post, name, phone, email, bouncedAt }];
  });
}

function openTask({ number, title, standing }: SilentTask): PartyToRing['tasks'][number] {
  return { number, title, standing };
}

function callEntry({ id, at, round, party, by, outcome, said, note }: CallRecord): PartyToRing['calls'][number] {
  return { id, at, round, party, by, outcome, said, note };
}
