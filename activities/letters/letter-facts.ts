import type { Kysely } from 'kysely';
import { addWorkdays } from '../../domain/add-workdays.js';
import type { LetterParty, LetterRound, LetterTask } from '../../mail/compose/letter-model.js';
import { linkToken } from '../../mail/link-token.js';
import type { AnswerRecord } from '../../record/answers.js';
import { answersOfMails } from '../../record/mail-answers.js';
import type { KeptReceipt } from '../intake/write-receipts.js';
import { firstMessageIds, type Letter } from '../../record/letters.js';
import { loggedCalls, type SentRow, sentLetters } from '../../record/sent-letters.js';
import { groupBy } from '../../domain/group-by.js';
import { type LetterNotice, noticesOfLetters } from '../../record/notices.js';
import {
  allCurrentPosts,
  campaignRow,
  type CampaignRow,
  type CurrentPosts,
  type LastAnswer,
  lastAnswers,
  type PartyRow,
  partyRows,
  type RoundRow,
  roundRow,
  type TaskRow,
  tasksAround,
} from '../../record/office-facts.js';
import type { LetterKind, Schema } from '../../record/schema.js';
import { calendarOf } from '../campaign-calendar.js';
import { askingLink } from '../contacts/confirm-link.js';
import type { Deps } from '../deps.js';

type Db = Kysely<Schema>;
/** What letters of one campaign and round have in common: read once for all that are sealed together. */
export interface Background {
  readonly campaign: CampaignRow;
  readonly parties: readonly PartyRow[];
  /** Tasks that the letters carry, and all that their parties lead or help with. */
  readonly around: readonly TaskRow[];
  readonly round: RoundRow | undefined;
  /** Of a party that one of the letters goes to. */
  readonly postsOf: (party: string) => CurrentPosts;
  readonly noticesOf: (letter: number) => readonly LetterNotice[];
  readonly last: readonly LastAnswer[];
  /** The Message-ID that a desk's later letters of the round refer to. */
  readonly firstIdOf: (desk: string) => string | undefined;
  /** What reached the liaisons in the round, oldest first; of the letters that say so. */
  readonly sent: readonly SentRow[];
  readonly calls: Awaited<ReturnType<typeof loggedCalls>>;
  /** Answers of the mails that the letters acknowledge. */
  readonly acknowledged: readonly AnswerRecord[];
}

/** Letters that list what went before them. */
const retrospective: readonly LetterKind[] = ['overdue', 'second-overdue', 'escalation'];

/** The letters are of one campaign and round. */
export async function gatherBackground(db: Db, letters: readonly Letter[]): Promise<Background> {
  const [first] = letters;
  if (!first) throw new Error('没有可成文的函，属程序错误。');
  const { campaign: id, round } = first;
  const ids = letters.map((letter) => letter.id);
  const campaign = await campaignRow(db, id);
  const desks = [...new Set(letters.map(({ desk }) => desk))];
  const firstIds = round ? await firstMessageIds(db, { campaign: id, round, desks }) : undefined;
  const firstIdOf = (desk: string): string | undefined => firstIds?.get(desk);
  const acknowledged = await answersAcknowledged(db, letters);
  if (letters.every(({ body }) => body !== null)) return { ...nothingMore, campaign, firstIdOf, acknowledged };
  const notices = groupBy(await noticesOfLetters(db, ids), ({ letter }) => String(letter));
  const posts = await allCurrentPosts(db, id, desks);
  const tasks = [...notices.values()].flatMap((of) => of.map(({ task }) => task));
  const looksBack = round !== null && letters.some(({ kind }) => retrospective.includes(kind));
  return {
    campaign,
    parties: await partyRows(db, id),
    around: await tasksAround(db, { campaign: id, parties: desks, numbers: tasks }),
    round: round ? await roundRow(db, id, round) : undefined,
    postsOf: (party) => posts.get(party) ?? {},
    noticesOf: (letter) => notices.get(String(letter)) ?? [],
    last: await lastAnswers(db, { campaign: id, before: round ?? '', tasks }),
    firstIdOf,
    sent: looksBack ? await sentLetters(db, { campaign: id, round, desks }) : [],
    calls: looksBack ? await loggedCalls(db, { campaign: id, round, desks }) : [],
    acknowledged,
  };
}

async function answersAcknowledged(db: Db, letters: readonly Letter[]): Promise<readonly AnswerRecord[]> {
  const receipts = letters.filter(({ kind }) => kind === 'receipt');
  const mails = receipts.flatMap(({ body }) => (body as Partial<KeptReceipt>).mail ?? []);
  return mails.length === 0 ? [] : answersOfMails(db, mails);
}

/** Letters that were modelled when they were ordered say all else themselves, also where they go. */
const nothingMore = {
  parties: [],
  around: [],
  round: undefined,
  postsOf: () => ({}),
  noticesOf: () => [],
  last: [],
  sent: [],
  calls: [],
} satisfies Partial<Background>;

export type LetterFacts = ReturnType<typeof factsOf>;

/** What the record knows of a letter to a party: whom, about which tasks, where they stand. */
export function factsOf(background: Background, deps: Pick<Deps, 'office' | 'holidays'>, letter: Letter, at: string) {
  const { campaign, parties, around, round, last } = background;
  const party = parties.find(({ code }) => code === letter.desk);
  const nameOf = (code: string) => parties.find((each) => each.code === code)?.name ?? code;
  const notices = background.noticesOf(letter.id);
  const taskOf = (number: number) =>
    letterTask(find(around, number), last.find(({ task }) => task === number)?.content, round);
  return {
    letter,
    at,
    campaign,
    party,
    notices,
    around,
    round,
    sent: background.sent.filter(({ desk }) => desk === letter.desk),
    calls: background.calls.filter(({ desk }) => desk === letter.desk),
    tasks: notices.map(({ task }) => taskOf(task)),
    taskOf,
    nameOf,
    link: round && party ? formLink(deps.office, campaign, party, round) : undefined,
    confirm:
      round && party && letter.kind === 'opening'
        ? askingLink(deps.office, { campaign, party, round, posts: background.postsOf(party.code), at })
        : undefined,
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
  const claims = { campaign: campaign.id, round: round.id, party: party.code, version: party.link_version };
  return `${publicUrl}/a/${linkToken(claims, secret)}`;
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
  round: RoundRow | undefined,
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
    ...ownAnswerBy(row, round),
  };
}

/** Where an extension or a reassignment moved it; a row that this round has not opened yet still shows the last one. */
function ownAnswerBy({ answer_by: answerBy, round: id }: TaskRow, round: RoundRow | undefined) {
  return answerBy && id === round?.id && answerBy !== round.answer_by ? { answerBy } : {};
}

function find(all: readonly TaskRow[], number: number): TaskRow {
  const row = all.find((task) => task.number === number);
  if (!row) throw new Error(`台账中没有任务${number}。`);
  return row;
}
