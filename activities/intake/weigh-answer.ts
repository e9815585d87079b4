import type { Verdict } from '../../mail/judge/judge-mail.js';
import { chineseRound } from '../../domain/chinese-date.js';
import type { NewAnswer } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import { type ContactRequest, contactRequest } from './contact-request.js';
import { isCoverNote } from './files-to-enter.js';
import { heldNote } from './held-note.js';
import { holdReasons } from './hold-reasons.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';
import { newRows } from './new-rows.js';
import { type Doubtful, originOf, type Trusted } from './origin.js';
import { partyName } from './party-name.js';
import { channelOf } from './join-readings.js';
import { type AnswerReading, readAnswerMail } from './read-answer-mail.js';
import { receivedFiles } from './received-files.js';
import { remarksOn } from './remarks.js';
import { receiptsAtMost, repliesAtMost, worthReceipt } from './worth-receipt.js';

/** What a person wrote: answers to tasks, as far as reference, sender and sections tell; else it is held. */
export async function weighAnswer(deps: Deps, opened: OpenedMail, verdict: Verdict): Promise<Judgement> {
  const origin = await originOf(deps, opened, verdict.references);
  if ('doubt' in origin) return heldForDoubt(deps, opened, verdict, origin);
  const { place, letter, name } = origin;
  const reading = await readAnswerMail(deps, opened, place, { letter });
  const request = await contactRequest(deps, opened, place);
  const reasons = [...holdReasons(opened.mail, reading), ...(request ? [request.reason] : [])];
  const received = await receivedFiles(deps, opened, origin, reading);
  const { answers: said, unchanged } = await newRows(deps.db, place, opened.record.id, reading);
  const answers = [...newAnswers(opened, origin, reading, said), ...received];
  const state = reasons.length > 0 ? 'held' : 'delivered';
  const mail = { mail: opened.record.id, letter, received: received.length > 0 };
  const worth = await worthReceipt(deps.db, place, mail, reading);
  return {
    kind: 'answer',
    state,
    place,
    reasons: [...reasons, ...oldLetter(place.round, reading), ...unchangedRows(unchanged), ...vouched(opened)],
    answers,
    remarks: remarksOn(reading, place.round, unchanged),
    unchanged,
    ...unreadOf(reading.toEnter),
    ...changeOf(request),
    receipt: worth === 'worth',
    headline: headlineOf(name, { answers, unchanged, state }, reading),
    tells: [
      ...(state === 'held' ? await heldNote(deps, opened, { name, letter: letter.id, reasons, received }) : []),
      ...oldLetterNote(opened, name, place.round, reading),
      ...(worth === 'stopped' ? [noReceipts(name, place)] : []),
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
  const toEnter = kind === 'answer' ? await doubtfulFiles(deps, opened, place) : [];
  const request = kind === 'answer' ? await contactRequest(deps, opened, place) : undefined;
  const found = opened.authentication ? [opened.authentication.finding] : [];
  const further = [...(toEnter.length > 0 ? ['仅有附件，待录入'] : []), ...(request ? [request.reason] : [])];
  const all = [...new Set([...reasons, ...further, ...found])];
  return {
    kind,
    state: 'held',
    place,
    reasons: all,
    answers: [],
    ...unreadOf(toEnter),
    ...changeOf(request),
    receipt: false,
    headline: `${name}来件待核`,
    tells: await heldNote(deps, opened, { name, letter: place.letter, reasons: all }),
  };
}

/** What a stranger sends is not counted, but a coordinator may enter it all the same. */
async function doubtfulFiles(
  deps: Deps,
  opened: OpenedMail,
  { campaign, round, party }: Judgement['place'],
): Promise<readonly string[]> {
  const files = opened.mail.attachments.filter(({ inline }) => !inline).map(({ name }) => name);
  if (files.length === 0) return [];
  if (campaign === undefined || round === undefined || party === undefined)
    return isCoverNote(opened.mail.text) ? files : [];
  return (await readAnswerMail(deps, opened, { campaign, round, party }, {})).toEnter;
}

function unreadOf(toEnter: readonly string[]): Pick<Judgement, 'toEnter'> {
  return toEnter.length > 0 ? { toEnter } : {};
}

function changeOf(request: ContactRequest | undefined): Pick<Judgement, 'change'> {
  return request?.change ? { change: request.change } : {};
}

function newAnswers(
  { record }: OpenedMail,
  { place, sender }: Trusted,
  reading: AnswerReading,
  answers: AnswerReading['read']['answers'],
): readonly NewAnswer[] {
  const { campaign, round, party } = place;
  return answers.map(({ task, content, questions }) => ({
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

function headlineOf(
  name: string,
  { answers, unchanged = [], state }: Pick<Judgement, 'answers' | 'unchanged' | 'state'>,
  { toEnter }: AnswerReading,
): string {
  const same = unchanged.length > 0 ? `，${unchanged.length}项与前次相同` : '';
  const rest = state === 'delivered' ? '' : toEnter.length > 0 ? '，附件待录入' : '，待核';
  return `${name}报送${answers.length}项${same}${rest}`;
}

function unchangedRows(tasks: readonly number[]): readonly string[] {
  return tasks.length === 0 ? [] : [`调度表中任务${tasks.join('、')}与前次所报相同，不另登记`];
}

/** Said of a trusted mail only where it speaks for it. */
function vouched({ authentication }: OpenedMail): readonly string[] {
  return authentication?.verdict === 'pass' ? [authentication.finding] : [];
}

function noReceipts(name: string, { round, party }: Trusted['place']): Judgement['tells'][number] {
  return {
    about: `receipts/${round}/${party}`,
    text: `${name}本期的回执已不再发（对回执的来信已回${repliesAtMost}次，或回执已满${receiptsAtMost}封），对方可能是自动程序；来件照常登记，请电话核实。`,
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
