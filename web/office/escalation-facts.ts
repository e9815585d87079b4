import { addWorkdays } from '../../domain/add-workdays.js';
import type { HolidayData } from '../../domain/cadence.js';
import type { OfficeCalendar } from '../../domain/office-calendar.js';
import { addressing } from '../../mail/compose/address-letter.js';
import type { EscalationModel, LetterTask } from '../../mail/compose/letter-model.js';
import { readCampaign } from '../../record/campaigns.js';
import type { Letter } from '../../record/letters.js';
import { noticesOfLetter } from '../../record/notices.js';
import {
  currentPosts,
  type LastAnswer,
  lastAnswers,
  partyRow,
  type TaskRow,
  taskRows,
} from '../../record/office-facts.js';
import { readRound, type RoundRecord } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import { loggedCalls, sentLetters } from '../../record/sent-letters.js';

export type EscalationFacts = NonNullable<Awaited<ReturnType<typeof escalationFacts>>>;

/** What the record knows of a 督办函 that waits for its signature; undefined when nothing is left to escalate. */
export async function escalationFacts(db: Db, holidays: HolidayData, letter: Letter, at: string) {
  const { campaign: id, desk, round: roundId } = letter;
  const campaign = await readCampaign(db, id);
  const party = await partyRow(db, id, desk);
  const round = roundId === null ? undefined : await readRound(db, { campaign: id, round: roundId });
  const numbers = new Set((await noticesOfLetter(db, letter.id)).map(({ task }) => task));
  if (!campaign || !party || !round || numbers.size === 0) return undefined;
  const { cadence, quietDays } = campaign;
  return {
    letter,
    at,
    campaign,
    party,
    round,
    calendar: { cadence, zone: campaign.setup.zone, holidays, quietDays } satisfies OfficeCalendar,
    posts: await currentPosts(db, id, desk),
    tasks: await taskRows(db, id, [...numbers]),
  };
}

/** The letter as it would read now; signing adds its number and signer. */
export async function escalationModel(db: Db, facts: EscalationFacts): Promise<EscalationModel> {
  const { letter, at, campaign, party, round, calendar, tasks } = facts;
  const of = { campaign: campaign.id, desks: [letter.desk], round: round.round };
  const numbers = tasks.map(({ number }) => number);
  const last = await lastAnswers(db, { campaign: campaign.id, before: round.round, tasks: numbers });
  const sent = await sentLetters(db, of);
  return {
    kind: 'escalation',
    campaign: campaign.setup,
    at,
    party: { name: party.name, fullName: party.full_name, kind: party.kind, relation: party.relation },
    round,
    tasks: tasks.map((task) => letterTask(task, last)),
    sent: sent.map(({ kind, sent_at: sentAt }) => ({ kind, sentAt, ...addressing[kind] })),
    calls: (await loggedCalls(db, of)).map((call) => ({ at: call.at, note: call.note })),
    makeUpBy: soonest(addWorkdays(at, 2, calendar), round),
  };
}

function letterTask(row: TaskRow, answers: readonly LastAnswer[]): LetterTask {
  const last = answers.find(({ task }) => task === row.number)?.content;
  const { number, title, goal, targets, deadline } = row;
  return {
    number,
    title,
    goal,
    targets,
    deadline,
    ...(last && last.figures.length > 0 && { lastFigures: last.figures }),
    ...(last?.rating && { lastRating: last.rating }),
    ...(row.answer_by && { answerBy: row.answer_by }),
  };
}

function soonest(wanted: string, { closesAt }: RoundRecord): string {
  return Date.parse(wanted) < Date.parse(closesAt) ? wanted : closesAt;
}
