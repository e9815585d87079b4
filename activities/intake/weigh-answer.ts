import type { Verdict } from '../../mail/judge/judge-mail.js';
import { chineseRound } from '../../domain/chinese-date.js';
import type { NewAnswer } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import { type ContactRequest, contactRequest } from './contact-request.js';
import { holdReasons } from './hold-reasons.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';
import { type Doubtful, originOf, type Trusted } from './origin.js';
import { partyName } from './party-name.js';
import { channelOf } from './join-readings.js';
import { type AnswerReading, readAnswerMail } from './read-answer-mail.js';
import { remarksOn } from './remarks.js';
import { worthReceipt } from './worth-receipt.js';

/** What a person wrote: answers to tasks, as far as reference, sender and sections tell; else it is held. */
export async function weighAnswer(deps: Deps, opened: OpenedMail, verdict: Verdict): Promise<Judgement> {
  const origin = await originOf(deps, opened, verdict.references);
  if ('doubt' in origin) return heldForDoubt(deps, opened, verdict, origin);
  const { place, letter, name } = origin;
  const reading = await readAnswerMail(deps, opened, place, { letter });
  const request = await contactRequest(deps, opened, place);
  const reasons = [...holdReasons(opened.mail, reading), ...(request ? [request.reason] : [])];
  const answers = answersOf(opened, origin, reading);
  const state = reasons.length > 0 ? 'held' : 'delivered';
  return {
    kind: 'answer',
    state,
    place,
    reasons: [...reasons, ...oldLetter(place.round, reading)],
    answers,
    remarks: remarksOn(reading, place.round),
    ...changeOf(request),
    receipt: await worthReceipt(deps.db, place, { mail: opened.record.id, letter }, reading),
    headline: `${name}报送${answers.length}项${state === 'held' ? '，待核' : ''}`,
    tells: [
      ...(state === 'held' ? [heldNote(opened, name, reasons)] : []),
      ...oldLetterNote(opened, name, place.round, reading),
    ],
  };
}

/** Mail that is not trusted, or that says nothing we can use. */
export async function weighOther(deps: Deps, opened: OpenedMail, verdict: Verdict): Promise<Judgement> {
  const origin = await originOf(deps, opened, verdict.references);
  const doubt = 'doubt' in origin ? [origin.doubt] : [];
  return heldFor(deps, opened, 'other', origin.place, [...doubt, ...verdict.reasons.map(withoutDetail)]);
}

function heldForDoubt(
  deps: Deps,
  opened: OpenedMail,
  { kind }: Verdict,
  { place, doubt }: Doubtful,
): Promise<Judgement> {
  return heldFor(deps, opened, kind, place, [doubt]);
}

async function heldFor(
  deps: Deps,
  opened: OpenedMail,
  kind: Judgement['kind'],
  place: Judgement['place'],
  reasons: readonly string[],
): Promise<Judgement> {
  const name = await partyName(deps, place);
  const request = kind === 'answer' ? await contactRequest(deps, opened, place) : undefined;
  const all = [...reasons, ...(request ? [request.reason] : [])];
  return {
    kind,
    state: 'held',
    place,
    reasons: all,
    answers: [],
    ...changeOf(request),
    receipt: false,
    headline: `${name}来件待核`,
    tells: [heldNote(opened, name, all)],
  };
}

function changeOf(request: ContactRequest | undefined): Pick<Judgement, 'change'> {
  return request?.change ? { change: request.change } : {};
}

function answersOf({ record }: OpenedMail, { place, sender }: Trusted, reading: AnswerReading): readonly NewAnswer[] {
  const { campaign, round, party } = place;
  return reading.read.answers.map(({ task, content, questions }) => ({
    campaign,
    round,
    task,
    party,
    answerId: record.id,
    channel: channelOf(reading, task),
    by: sender,
    receivedAt: record.receivedAt,
    content,
    questions,
    mail: record.id,
  }));
}

function heldNote({ record }: OpenedMail, name: string, reasons: readonly string[]): Judgement['tells'][number] {
  return {
    about: `held/${record.id}`,
    text: `${name}来件待核：${reasons.join('；')}。请用 shuangyue mail show ${record.id} 查看后处理。`,
  };
}

/** The token names the round, so the answer is the old round's; whether that was meant, a person may know better. */
function oldLetter(round: string, { laterRound, read }: AnswerReading): readonly string[] {
  if (!laterRound || read.answers.length === 0) return [];
  return [`回复的是${chineseRound(round)}调度的函，已留存于该期；${chineseRound(laterRound)}调度正在进行`];
}

function oldLetterNote(
  { record }: OpenedMail,
  name: string,
  round: string,
  reading: AnswerReading,
): Judgement['tells'] {
  return oldLetter(round, reading).map((sentence) => ({
    about: `old-round/${record.id}`,
    text: `${name}${sentence}。如系报送本期，请用 shuangyue answer 代录。`,
  }));
}

/** A parser's complaint may quote the mail. */
function withoutDetail(reason: string): string {
  return reason.split('：')[0] ?? reason;
}
