import { type LinkClaims, readLinkToken } from '../../mail/link-token.js';
import { type AnswerRecord, lastFiguresOfAll, type LastFigures, latestAnswers } from '../../record/answers.js';
import { type CampaignRecord, readCampaign } from '../../record/campaigns.js';
import { type FormPlace, readFormDraft } from '../../record/form-drafts.js';
import { type FormTask, formTasks } from '../../record/form-tasks.js';
import { type LastAnswer, lastAnswers, type PartyRow, partyRow } from '../../record/office-facts.js';
import { readRound, type RoundRecord } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import type { AnswerForm, AskedTask, FormOpening, GivenAnswer } from '../answer/answer-form.js';

/** Reads what a signed link opens; changes nothing, for scanners of mail open links. */
export async function openForm(db: Db, secret: string, token: string): Promise<FormOpening> {
  const claims = readLinkToken(token, secret);
  if (!claims) return { kind: 'forged' };
  const found = await formOf(db, claims);
  if (!found) return { kind: 'revoked', why: '链接所指的行动、单位或调度期已不在台账中。' };
  if (isRevoked(claims, found.party)) return { kind: 'revoked', why: revokedWhy };
  if (found.round.state === 'planned')
    return { kind: 'revoked', why: '这一期调度尚未开始，请待调度通知发出后再填报。' };
  const saved = (await readFormDraft(db, claims)) ?? null;
  return { kind: 'form', form: { ...found.form, saved } };
}

export interface FoundForm {
  readonly party: PartyRow;
  readonly round: RoundRecord;
  /** Without what was typed before. */
  readonly form: AnswerForm;
}

/** What a party is asked in a round, with what it said; undefined where the record has no such place. */
export async function formOf(db: Db, place: FormPlace): Promise<FoundForm | undefined> {
  const { campaign: id, party: code } = place;
  const [campaign, party, round] = [
    await readCampaign(db, id),
    await partyRow(db, id, code),
    await readRound(db, { campaign: id, round: place.round }),
  ];
  if (!campaign || !party || !round) return undefined;
  const tasks = round.state === 'planned' ? [] : await tasksOf(db, place, round);
  return { party, round, form: { ...headOf(campaign, party, round), tasks, saved: null } };
}

export const revokedWhy = '该单位联络员已经变更，或者链接已由发函单位停用，此前函件中的填报链接不再有效。';

/** Links that were sent before a liaison changed stay with who left. */
export function isRevoked({ version }: LinkClaims, { link_version: current }: PartyRow): boolean {
  return version < current;
}

function headOf({ id, title, setup, state }: CampaignRecord, party: PartyRow, round: RoundRecord) {
  return {
    campaign: id,
    title,
    issuer: setup.issuer,
    ...(setup.phone && { phone: setup.phone }),
    zone: setup.zone,
    party: party.name,
    round: round.round,
    period: round.period,
    cutoff: round.cutoff,
    answerBy: round.answerBy,
    closesAt: round.closesAt,
    state: round.state === 'open' && state !== 'closed' ? 'open' : 'closed',
  } satisfies Omit<AnswerForm, 'tasks' | 'saved'>;
}

async function tasksOf(db: Db, place: FormPlace, round: RoundRecord): Promise<readonly AskedTask[]> {
  const tasks = await formTasks(db, place);
  const { campaign, round: id } = place;
  const numbers = tasks.map(({ number }) => number);
  const answers = byTask(await latestAnswers(db, { campaign, round: id, tasks: numbers }));
  const previous = byTask(await lastAnswers(db, { campaign, before: id, tasks: numbers }));
  const figures = byTask(await lastFiguresOfAll(db, { campaign, beforeRound: id, tasks: numbers }));
  return tasks.map((task) =>
    askedTask(task, round, {
      answer: answers.get(task.number),
      last: figures.get(task.number),
      previous: previous.get(task.number),
    }),
  );
}

function byTask<Row extends { readonly task: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.task, row]));
}

interface Said {
  readonly answer: AnswerRecord | undefined;
  readonly last: LastFigures | undefined;
  readonly previous: LastAnswer | undefined;
}

function askedTask(
  { targets, answerBy, returnedFor, ...task }: FormTask,
  round: RoundRecord,
  { answer, last, previous }: Said,
): AskedTask {
  return {
    ...task,
    answerBy: answerBy ?? round.answerBy,
    targets: targets.map((target, index) => ({ ...target, last: lastOf(last, index) })),
    ...(task.standing === 'returned' && returnedFor !== null && { returnedFor }),
    previous: previous ? { round: previous.round, content: previous.content } : null,
    current: answer ? givenAnswer(answer) : null,
  };
}

function lastOf(last: LastFigures | undefined, target: number): AskedTask['targets'][number]['last'] {
  const figure = last?.figures.find((one) => one.target === target);
  return last && figure ? { value: figure.value, round: last.round } : null;
}

function givenAnswer({ version, receivedAt, channel, content }: AnswerRecord): GivenAnswer {
  return { version, receivedAt, channel, content };
}
