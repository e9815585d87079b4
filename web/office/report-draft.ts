import type { PartyMissed, ReportDraft } from '../../domain/board.js';
import { groupBy } from '../../domain/group-by.js';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import type { ReportModel } from '../../mail/compose/letter-model.js';
import { callsOf } from '../../record/calls.js';
import { type CampaignRecord, readCampaign } from '../../record/campaigns.js';
import { type PartyRow, partyRows, type TaskRow, taskRows } from '../../record/office-facts.js';
import { escalationFacts, missedTasks } from '../../record/roll-up-facts.js';
import { silentTasks } from '../../record/round-opening.js';
import { readRounds } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import { lettersOfRound } from '../../record/sent-letters.js';

interface Asked {
  readonly campaign: string;
  readonly party?: string | undefined;
  readonly at: string;
}

/** The 专报 on whoever missed the last two rounds, drafted anew; and who will be in it if silent once more. */
export async function reportDraft(db: Db, asked: Asked): Promise<ReportDraft | undefined> {
  const campaign = await readCampaign(db, asked.campaign);
  if (campaign === undefined) return undefined;
  const parties = (await partyRows(db, campaign.id)).filter(({ code }) => (asked.party ?? code) === code);
  const tasks = await taskRows(db, campaign.id);
  const ofParties = (numbers: readonly number[]) => missedBy(parties, tasks, numbers);
  const rounds = await readRounds(db, campaign.id);
  const closed = rounds.filter(({ state }) => state === 'closed').map(({ round }) => round);
  const [before, last] = [closed.at(-2), closed.at(-1)];
  const missed = last === undefined ? [] : await chased(db, campaign.id, last);
  const earlier = before === undefined ? [] : await missedTasks(db, { campaign: campaign.id, round: before });
  const twice = missed.filter((task) => earlier.includes(task));
  const named = [before, last].filter((round) => round !== undefined);
  const due = await withEfforts(db, campaign.id, named, ofParties(twice));
  const open = rounds.find(({ state }) => state === 'open')?.round;
  const once = missed.filter((task) => !twice.includes(task));
  const again = open === undefined ? once : await stillSilent(db, campaign.id, open, missed);
  return {
    campaign: campaign.id,
    rounds: named,
    due,
    close: ofParties(again).map((party) => ({ ...party, letters: 0, calls: 0 })),
    ...composed(campaign, parties, named, due, asked.at),
  };
}

/** Whom our own doubts kept from being chased in full is not reported. */
async function chased(db: Db, campaign: string, round: string): Promise<readonly number[]> {
  const { withheld, unfounded } = await escalationFacts(db, { campaign, round });
  const missed = await missedTasks(db, { campaign, round });
  return missed.filter((task) => !withheld.includes(task) && !unfounded.includes(task));
}

async function stillSilent(db: Db, campaign: string, round: string, missed: readonly number[]) {
  const silent = (await silentTasks(db, { campaign, round })).map(({ number }) => number);
  return missed.filter((task) => silent.includes(task));
}

type Missed = Pick<PartyMissed, 'code' | 'name' | 'tasks'>;

function missedBy(
  parties: readonly PartyRow[],
  tasks: readonly TaskRow[],
  numbers: readonly number[],
): readonly Missed[] {
  const missed = groupBy(
    tasks.filter(({ number }) => numbers.includes(number)),
    ({ lead }) => lead,
  );
  return parties.flatMap(({ code, name }) => {
    const led = missed.get(code);
    return led === undefined ? [] : [{ code, name, tasks: led.map(({ number, title }) => ({ number, title })) }];
  });
}

async function withEfforts(db: Db, campaign: string, rounds: readonly string[], missed: readonly Missed[]) {
  const letters = (await Promise.all(rounds.map((round) => lettersOfRound(db, { campaign, round })))).flat();
  const calls = (await Promise.all(rounds.map((round) => callsOf(db, { campaign, round })))).flat();
  return missed.map((party) => ({
    ...party,
    letters: letters.filter(({ desk, kind }) => desk === party.code && chasing.includes(kind)).length,
    calls: calls.filter((call) => call.party === party.code).length,
  }));
}

/** Receipts and handovers are no efforts to be heard. */
const chasing: readonly string[] = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];

function composed(
  { setup }: CampaignRecord,
  parties: readonly PartyRow[],
  rounds: readonly string[],
  due: readonly PartyMissed[],
  at: string,
): Pick<ReportDraft, 'subject' | 'text' | 'html'> {
  if (due.length === 0) return { subject: null, text: null, html: null };
  const entries = due.flatMap(({ code, tasks, letters, calls }): ReportModel['parties'] => {
    const row = parties.find((party) => party.code === code);
    if (row === undefined) return [];
    const { name, full_name: fullName, kind, relation } = row;
    return [{ party: { name, fullName, kind, relation }, rounds, tasks, letters, calls }];
  });
  return composeLetter({ kind: 'report', campaign: setup, at, parties: entries }, { zone: setup.zone });
}
