import { groupBy } from '../../domain/group-by.js';
import type { Recipients } from '../../mail/compose/address-letter.js';
import { addressLetter } from '../../mail/compose/address-letter.js';
import type { ReceiptModel } from '../../mail/compose/letter-model.js';
import type { AnswerRecord } from '../../record/answers.js';
import { addLetters, type Letter, lettersByKey, type NewLetter } from '../../record/letters.js';
import { answersOfMails } from '../../record/mail-answers.js';
import { type MailRecord, readMails } from '../../record/mails.js';
import { readTogether } from '../../record/read-together.js';
import { currentPosts } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';
import { namedLetter } from '../letters/letter-name.js';
import { saidBefore } from './new-rows.js';
import type { AnswerPlace } from './read-answer-mail.js';
import { receiptFor } from './receipt-model.js';

/** A receipt as it lies in the record: what its answers counted as is filled in when it is sealed. */
export interface KeptReceipt extends ReceiptModel {
  readonly sendTo: Recipients;
  readonly mail: string;
}

/**
 * Lays the receipts of these mails into the outbox where they do not lie there, and gives the keys of all: a mail has one
 * receipt, and one more after a coordinator's release. Mails of no party, or of nobody's address, have none. `earlier` is
 * a view by which they were judged just now.
 */
export async function writeReceipts(
  deps: Deps,
  mails: readonly string[],
  at: number,
  earlier?: Deps['db'],
): Promise<readonly string[]> {
  if (mails.length === 0) return [];
  const acknowledged = await acknowledgedBy(deps.db, mails);
  const keys = keysOf(acknowledged);
  const known = new Set((await lettersByKey(deps.db, keys)).map(({ key }) => key));
  const missing = acknowledged.filter(({ key }) => !known.has(key));
  if (missing.length === 0) return keys;
  const answers = await answersOfMails(
    deps.db,
    missing.map(({ record }) => record.id),
  );
  const reading = { ...deps, db: readTogether(deps.db, earlier) };
  const instant = new Date(at).toISOString();
  const ofMail = groupBy(answers, ({ mail }) => mail ?? '');
  const letters = await Promise.all(
    missing.map((each) => draftReceipt(reading, each, ofMail.get(each.record.id) ?? [], instant)),
  );
  await addLetters(deps.db, letters);
  return keys;
}

/** The receipts of these mails that lie in the outbox, or have left it. */
export async function receiptsOf({ db }: Deps, mails: readonly string[]): Promise<readonly Letter[]> {
  return lettersByKey(db, keysOf(await acknowledgedBy(db, mails)));
}

async function acknowledgedBy(db: Deps['db'], mails: readonly string[]): Promise<readonly Acknowledged[]> {
  return (await readMails(db, mails)).flatMap(receiptKey);
}

function keysOf(acknowledged: readonly Acknowledged[]): readonly string[] {
  return acknowledged.map(({ key }) => key);
}

interface Acknowledged {
  readonly key: string;
  readonly record: MailRecord;
  readonly place: AnswerPlace;
  readonly sender: string;
}

function receiptKey(record: MailRecord): readonly Acknowledged[] {
  const { id, campaign, round, party, state, fromAddress: sender } = record;
  if (campaign === null || round === null || party === null || !sender) return [];
  const key = `${campaign}/receipt/${id}/${state === 'released' ? 2 : 1}`;
  return [{ key, record, place: { campaign, round, party }, sender }];
}

async function draftReceipt(
  deps: Deps,
  { key, record, place, sender }: Acknowledged,
  answers: readonly AnswerRecord[],
  at: string,
): Promise<NewLetter> {
  const { campaign, round, party: desk } = place;
  const body: KeptReceipt = {
    ...(await modelOf(deps, record, place, answers, at)),
    sendTo: addressLetter('receipt', await currentPosts(deps.db, campaign, desk), sender),
    mail: record.id,
  };
  return namedLetter({ key, campaign, round, desk, kind: 'receipt', plannedAt: at, state: 'ready', body }, deps.office);
}

async function modelOf(
  deps: Deps,
  { id, receivedAt, remarks, state }: MailRecord,
  place: AnswerPlace,
  all: readonly AnswerRecord[],
  at: string,
): Promise<ReceiptModel> {
  const answers = newestOf(all).filter(({ content }) => state !== 'released' || content.toEnter === undefined);
  const again = remarks?.unchanged ?? [];
  const unchanged = again.length === 0 ? [] : await saidBefore(deps.db, place, id, again);
  return receiptFor(deps.db, deps, { ...place, at, receivedAt, channel: 'reply', answers, ...remarks, unchanged });
}

/** A coordinator may have entered a task of it more than once. */
function newestOf(answers: readonly AnswerRecord[]): readonly AnswerRecord[] {
  return [...new Map(answers.map((answer) => [answer.task, answer])).values()];
}
