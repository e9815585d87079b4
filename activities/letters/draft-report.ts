import type { ReportModel } from '../../mail/compose/letter-model.js';
import { groupBy } from '../../domain/group-by.js';
import { coordinatorsDesk } from '../../workflows/api.js';
import { addLetters } from '../../record/letters.js';
import { campaignRow, partyRows, taskRows } from '../../record/office-facts.js';
import { escalationFacts, missedTasks } from '../../record/roll-up-facts.js';
import { readRounds } from '../../record/rounds.js';
import { announce } from '../announce.js';
import type { Deps } from '../deps.js';
import { letterParty } from './letter-facts.js';
import { letterKey, namedLetter } from './letter-name.js';

/**
 * Above the head nothing is automatic: after two rounds missed in a row the coordinators get the draft of a 专报 for the
 * leadership office, to be passed on by them or not.
 */
export async function draftReport(
  deps: Deps,
  { campaign, round, at }: { campaign: string; round: string; at: number },
): Promise<void> {
  const rounds = (await readRounds(deps.db, campaign)).map((each) => each.round);
  const before = rounds[rounds.indexOf(round) - 1];
  if (before === undefined) return;
  const missed = await silentTwice(deps, campaign, before, round);
  if (missed.length === 0) return;
  const { setup } = await campaignRow(deps.db, campaign);
  const parties = await partyRows(deps.db, campaign);
  const plannedAt = new Date(at).toISOString();
  const body: ReportModel = {
    kind: 'report',
    campaign: setup,
    at: plannedAt,
    parties: [...groupBy(missed, ({ lead }) => lead)].flatMap(([code, tasks]) => {
      const party = parties.find((each) => each.code === code);
      return party ? { party: letterParty(party), rounds: [before, round], tasks } : [];
    }),
  };
  const key = letterKey({ campaign, addressee: `${coordinatorsDesk}.report.${round}`, plannedAt: round, n: 1 });
  const letter = {
    key,
    campaign,
    round,
    desk: coordinatorsDesk,
    kind: 'report',
    plannedAt,
    state: 'ready',
    body,
  } as const;
  await addLetters(deps.db, [namedLetter(letter, deps.office)]);
  await announce(deps, campaign, coordinatorsDesk, at);
}

/** Whom our own doubts kept from being chased in full is not reported. */
async function silentTwice({ db }: Deps, campaign: string, before: string, round: string) {
  const both = await missedTasks(db, { campaign, round: before });
  const now = await missedTasks(db, { campaign, round });
  const { withheld, unfounded } = await escalationFacts(db, { campaign, round });
  const silent = now.filter((task) => both.includes(task) && !withheld.includes(task) && !unfounded.includes(task));
  return (await taskRows(db, campaign)).filter(({ number }) => silent.includes(number));
}
