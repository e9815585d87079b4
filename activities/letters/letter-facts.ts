import type { Kysely } from 'kysely';
import { addWorkdays } from '../../domain/add-workdays.js';
import type { LetterParty, LetterRound, LetterTask } from '../../mail/compose/letter-model.js';
import { linkToken } from '../../mail/link-token.js';
import type { Letter } from '../../record/letters.js';
import { noticesOfLetter } from '../../record/notices.js';
import {
  campaignRow,
  type CampaignRow,
  currentPosts,
  lastAnswers,
  type PartyRow,
  partyRows,
  type RoundRow,
  roundRow,
  type TaskRow,
  taskRows,
} from '../../record/office-facts.js';
import type { Schema } from '../../record/schema.js';
import { calendarOf } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';

type Db = Kysely<Schema>;
export type LetterFacts = Awaited<ReturnType<typeof gatherFacts>>;

/** What the record knows of a letter to a party: whom, about which tasks, where they stand. */
export async function gatherFacts(db: Db, deps: Pick<Deps, 'office' | 'holidays'>, letter: Letter, at: string) {
  const { campaign: id, desk } = letter;
  const campaign = await campaignRow(db, id);
  const parties = await partyRows(db, id);
  const party = parties.find(({ code }) => code === desk);
  const nameOf = (code: string) => parties.find((each) => each.code === code)?.name ?? code;
  const posts = await currentPosts(db, id, desk);
  const notices = await noticesOfLetter(db, letter.id);
  const all = await taskRows(db, id);
  const round = letter.round ? await roundRow(db, id, letter.round) : undefined;
  const numbers = notices.map(({ task }) => task);
  const last = await lastAnswers(db, { campaign: id, before: letter.round ?? '', tasks: numbers });
  const taskOf = (number: number) => letterTask(find(all, number), last.find(({ task }) => task === number)?.content);
  return {
    letter,
    at,
    campaign,
    party,
    posts,
    notices,
    all,
    round,
    tasks: numbers.map(taskOf),
    taskOf,
    nameOf,
    link: round && party ? formLink(deps.office, campaign, party, round) : undefined,
    /** Two workdays for who is chased, three for who has to mend an answer; at most until closing. */
    within: (from: string, workdays: number) => (round ? within(campaign, round, from, workdays, deps) : undefined),
  };
}

export function formLink(
  { publicUrl, secret }: Deps['office'],
  campaign: CampaignRow,
  party: PartyRow,
  round: RoundRow,
): string {
  return `${publicUrl}/a/${linkToken({ campaign: campaign.id, round: round.id, party: party.code }, secret)}`;
}

function within(
  campaign: CampaignRow,
  round: RoundRow,
  from: string,
  workdays: number,
  { holidays }: Pick<Deps, 'holidays'>,
): string {
  const wanted = addWorkdays(Date.parse(from), workdays, calendarOf(campaign, holidays));
  return Date.parse(wanted) < Date.parse(round.closes_at) ? wanted : round.closes_at;
}

export function letterParty({ name, full_name, kind, relation }: PartyRow): LetterParty {
  return { name, fullName: full_name, kind, relation };
}

export function letterRound(round: RoundRow): LetterRound {
  return {
    round: round.id,
    period: round.period,
    cutoff: round.cutoff,
    opensAt: round.opens_at,
    answerBy: round.answer_by,
    closesAt: round.closes_at,
  };
}

export function letterTask(
  row: TaskRow,
  last: Awaited<ReturnType<typeof lastAnswers>>[number]['content'] | undefined,
): LetterTask {
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

function find(all: readonly TaskRow[], number: number): TaskRow {
  const row = all.find((task) => task.number === number);
  if (!row) throw new Error(`台账中没有任务${number}。`);
  return row;
}
