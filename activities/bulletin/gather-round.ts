import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import type { RollUpInput, TaskReport } from '../../domain/roll-up/roll-up-input.js';
import { dateIn } from '../../domain/zone-time.js';
import { readBulletin } from '../../record/bulletins.js';
import { campaignRow, roundRow, taskRows } from '../../record/office-facts.js';
import { readRegister } from '../../record/campaigns.js';
import { closingStandings, escalationFacts, missedTasks, rolledUpAnswers } from '../../record/roll-up-facts.js';
import { readRounds } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';

interface Asked {
  readonly campaign: string;
  readonly round: string;
  /** ISO instant the bulletin bears. */
  readonly at: string;
  /** The published version that this one corrects. */
  readonly corrects?: number;
}

/** All the roll-up is made of, as the record has it now. */
export async function gatherRound(db: Db, { campaign, round, at, corrects }: Asked): Promise<RollUpInput> {
  const row = await campaignRow(db, campaign);
  const register = await readRegister(db, campaign);
  if (!register) throw new Error(`台账中没有行动${campaign}。`);
  const closed = (await readRounds(db, campaign)).map((each) => each.round);
  const position = closed.indexOf(round);
  const before = closed[position - 1];
  const corrected = corrects === undefined ? undefined : await modelOf(db, { campaign, round, version: corrects });
  const previous = before === undefined ? undefined : await modelOf(db, { campaign, round: before });
  return {
    campaign: row.setup,
    year: row.year,
    parties: register.parties,
    reports: await reportsOf(db, { campaign, round }, register.tasks),
    round: { round, cutoff: (await roundRow(db, campaign, round)).cutoff },
    issue: position + 1,
    issuedOn: dateIn(row.setup.zone, at),
    ...(previous && { previous }),
    missedBefore: before === undefined ? [] : await silentBefore(db, { campaign, round: before }),
    escalation: await escalationFacts(db, { campaign, round }),
    naming: false,
    ...(corrected && { corrects: corrected }),
  };
}

async function silentBefore(db: Db, of: { campaign: string; round: string }): Promise<readonly number[]> {
  const { withheld, unfounded } = await escalationFacts(db, of);
  return (await missedTasks(db, of)).filter((task) => !withheld.includes(task) && !unfounded.includes(task));
}

async function modelOf(
  db: Db,
  of: { campaign: string; round: string; version?: number },
): Promise<BulletinModel | undefined> {
  const found = await readBulletin(db, of);
  return found?.state === 'published' ? (found.model as BulletinModel) : undefined;
}

async function reportsOf(
  db: Db,
  of: { campaign: string; round: string },
  tasks: readonly TaskReport['task'][],
): Promise<readonly TaskReport[]> {
  const answers = await rolledUpAnswers(db, of);
  const standings = await closingStandings(db, of);
  const rows = await taskRows(db, of.campaign);
  return tasks.flatMap((task) => {
    const closing = standings.find((each) => each.task === task.number);
    const row = rows.find(({ number }) => number === task.number);
    if (!row || row.standing === 'withdrawn') return [];
    const answer = answers.find((each) => each.task === task.number);
    return {
      task,
      standing: closing?.after ?? row.standing,
      ...(closing?.mark && { mark: closing.mark }),
      ...(row.rating && { rating: row.rating }),
      ...(answer && { answer }),
    };
  });
}
