import type { Kysely } from 'kysely';
import { addressing } from '../../mail/compose/address-letter.js';
import type { LetterModel, SentLetter } from '../../mail/compose/letter-model.js';
import type { Letter } from '../../record/letters.js';
import type { KeptReceipt } from '../intake/write-receipts.js';
import { escalationOf, newestAnswer } from '../../record/sent-letters.js';
import type { Schema } from '../../record/schema.js';
import type { Deps } from '../deps.js';
import { type Background, factsOf, type LetterFacts, letterParty, letterRound } from './letter-facts.js';

type Db = Kysely<Schema>;

/** What the composer is told of a letter: gathered in the transaction that sends it. */
export async function modelLetter(
  db: Db,
  deps: Deps,
  letter: Letter,
  background: Background,
  at: string,
): Promise<LetterModel> {
  // Letters without notices were modelled by who ordered them.
  if (letter.kind === 'receipt') return withOutcomes(letter.body as KeptReceipt, background);
  if (letter.body) return withPage(deps, letter.body as LetterModel & KeptPages);
  return modelFromFacts(db, factsOf(background, deps, letter, at));
}

/** What its answers count as was perhaps not known when it was written; the newest of each task has the word. */
function withOutcomes({ mail, answers, ...receipt }: KeptReceipt, { acknowledged }: Background): LetterModel {
  const newest = new Map(acknowledged.filter((answer) => answer.mail === mail).map((answer) => [answer.task, answer]));
  return {
    ...receipt,
    answers: answers.map((answer) => {
      const outcome = answer.isUnchanged ? undefined : newest.get(answer.task.number)?.outcome;
      return { ...answer, ...(outcome && { outcome }) };
    }),
  };
}

interface KeptPages {
  readonly pageHash?: string;
  readonly docxHash?: string;
}

/** A bulletin's page and its Word document lie in the file store, not in the letter's row. */
async function withPage(
  { files }: Deps,
  { pageHash, docxHash, ...model }: LetterModel & KeptPages,
): Promise<LetterModel> {
  if (model.kind !== 'bulletin' || !pageHash) return model;
  const page = Buffer.from(await files.get(pageHash)).toString();
  return { ...model, page, ...(docxHash && { docx: Buffer.from(await files.get(docxHash)) }) };
}

async function modelFromFacts(db: Db, facts: LetterFacts): Promise<LetterModel> {
  const { letter, round, party, tasks, link } = facts;
  if (!round || !party) throw new Error(`函${letter.key}缺少调度期或单位，无法成文。`);
  const to = { campaign: facts.campaign.setup, at: facts.at, party: letterParty(party), round: letterRound(round) };
  const chasing = { ...to, tasks, ...(link && { link }) };
  switch (letter.kind) {
    case 'opening':
      return { kind: 'opening', ...chasing, ...openingShare(facts), sheet: true };
    case 'reminder':
      return { kind: 'reminder', ...chasing, answered: answeredBy(facts) };
    case 'overdue':
    case 'second-overdue':
      return { kind: letter.kind, ...chasing, ...chased(facts) };
    case 'escalation':
      return { kind: 'escalation', ...chasing, ...chased(facts), ...signature(facts) };
    case 'settled':
    case 'unfounded':
      return { ...to, tasks, ...(await aboutEscalation(db, facts)), kind: letter.kind };
    case 'return':
      return { kind: 'return', ...to, ...returned(facts), ...(link && { link }) };
    case 'handover':
      return { kind: 'handover', ...to, tasks: handedOver(facts) };
    case 'calls':
    case 'receipt':
    case 'bulletin':
    case 'report':
    case 'note':
    case 'contacts':
      throw new Error(`函${letter.key}（${letter.kind}）应在登记时附内容，属程序错误。`);
  }
}

function openingShare({ around, party, notices, round, nameOf, confirm }: LetterFacts) {
  const led = around.filter(({ lead }) => lead === party?.code);
  const accepted = led.filter(({ standing }) => standing === 'accepted').length;
  const helped = around.filter(
    ({ support, standing }) => standing !== 'withdrawn' && support.includes(party?.code ?? ''),
  );
  return {
    leads: led.length,
    accepted,
    supporting: helped.map(({ number, title, lead }) => ({ number, title, lead: nameOf(lead) })),
    ...supportBy(round),
    ...(notices.some(({ plannedAt }) => plannedAt !== round?.opens_at) && { reassigned: true }),
    ...(confirm !== undefined && { confirm }),
  };
}

/** Who helps tells the leads by the day of the reminder, in time for the leads' own answers. */
function supportBy(round: LetterFacts['round']) {
  const reminder = round?.ladder.find(({ kind }) => kind === 'reminder');
  const isEarlierDay = reminder && reminder.at.slice(0, 10) < (round?.answer_by.slice(0, 10) ?? '');
  return isEarlierDay ? { supportBy: reminder.at } : {};
}

function answeredBy({ around, party }: LetterFacts): number {
  return around.filter(({ lead, mark }) => lead === party?.code && mark !== null).length;
}

function chased({ sent, calls, at, within }: LetterFacts) {
  const makeUpBy = within(at, 2);
  return {
    sent: sent.map(({ kind, sent_at }): SentLetter => ({ kind, sentAt: sent_at, ...addressing[kind] })),
    calls: calls.map((call) => ({ at: call.at, note: call.note })),
    ...(makeUpBy && { makeUpBy }),
  };
}

function signature({ letter, campaign }: LetterFacts) {
  const signer = campaign.setup.coordinators.find(({ code }) => code === letter.signed_by)?.name;
  return { ...(letter.document_no && { documentNo: letter.document_no }), ...(signer && { signedBy: signer }) };
}

async function aboutEscalation(db: Db, { letter, notices, at }: LetterFacts) {
  const of = { campaign: letter.campaign, task: notices[0]?.task ?? 0, round: letter.round ?? '' };
  const escalation = await escalationOf(db, of);
  const answer = await newestAnswer(db, of);
  return {
    reportedAt: answer?.received_at ?? at,
    ...(escalation?.document_no && { documentNo: escalation.document_no }),
    ...(escalation?.sent_at && { escalatedAt: escalation.sent_at }),
  };
}

function returned({ notices, taskOf, within, at }: LetterFacts) {
  return {
    items: notices.map(({ task, why }) => ({ task: taskOf(task), why: why ?? '请补充完善' })),
    until: within(notices[0]?.plannedAt ?? at, 3) ?? at,
    ...(notices.some(({ step }) => step === 'return-reminder') && { reminder: true }),
  };
}

function handedOver({ notices, around, taskOf, nameOf }: LetterFacts) {
  return notices.map(({ task }) => ({
    ...taskOf(task),
    to: nameOf(around.find(({ number }) => number === task)?.lead ?? ''),
  }));
}
