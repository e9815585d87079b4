import { heartbeat } from '@temporalio/activity';
import { setTimeout as wait } from 'node:timers/promises';
import { addressLetter, type Recipients } from '../../mail/compose/address-letter.js';
import type { ReceiptModel } from '../../mail/compose/letter-model.js';
import type { AnswerRecord } from '../../record/answers.js';
import { addLetters, type Letter } from '../../record/letters.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { type MailRecord, readMail } from '../../record/mails.js';
import { currentPosts } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';
import { inContext } from '../in-context.js';
import { namedLetter } from '../letters/letter-name.js';
import { sendRead, type Sent } from '../letters/send-letters.js';
import { saidBefore } from './new-rows.js';
import type { AnswerPlace } from './read-answer-mail.js';
import { receiptFor } from './receipt-model.js';

export interface ToAcknowledge {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Accounting takes a fraction of a second; after five the receipt goes without it. */
const patience = { everyMs: 100, times: 50 } as const;

/** Reads back to the sender what one mail said; a mail has one receipt, and one more after a coordinator's release. */
export async function sendReceipt(deps: Deps, { mail, at }: ToAcknowledge): Promise<Sent | 'nobody'> {
  const record = await readMail(deps.db, mail);
  const place = record && placeOf(record);
  const sender = record?.fromAddress;
  if (!place || !sender) return 'nobody';
  const isReleased = record.state === 'released';
  const key = `${place.campaign}/receipt/${mail}/${isReleased ? 2 : 1}`;
  const letter = await writeReceipt(deps, record, place, { key, sender, at });
  const [sent] = await sendRead(deps, letter ? [letter] : []);
  if (!sent) throw new Error(`回执${key}未能登记；请查看数据库日志。`);
  return sent;
}

/** One that was written before stays as it is. */
async function writeReceipt(
  deps: Deps,
  record: MailRecord,
  place: AnswerPlace,
  { key, sender, at }: { readonly key: string; readonly sender: string; readonly at: number },
): Promise<Letter | undefined> {
  const model = await modelOf(deps, record, place, new Date(at).toISOString());
  const body: ReceiptModel & { readonly sendTo: Recipients } = {
    ...model,
    sendTo: await recipientsOf(deps, place, sender),
  };
  const { campaign, round, party: desk } = place;
  const letter = { key, campaign, round, desk, kind: 'receipt', plannedAt: body.at, state: 'ready', body } as const;
  const [added] = await addLetters(deps.db, [namedLetter(letter, deps.office)]);
  return added;
}

function placeOf({ campaign, round, party }: MailRecord): AnswerPlace | undefined {
  return campaign !== null && round !== null && party !== null ? { campaign, round, party } : undefined;
}

async function recipientsOf({ db }: Deps, { campaign, party }: AnswerPlace, sender: string): Promise<Recipients> {
  return addressLetter('receipt', await currentPosts(db, campaign, party), sender);
}

async function modelOf(deps: Deps, record: MailRecord, place: AnswerPlace, at: string): Promise<ReceiptModel> {
  const { id, receivedAt, remarks, state } = record;
  const answers = newestOf(await accounted(deps, id)).filter(
    ({ content }) => state !== 'released' || content.toEnter === undefined,
  );
  const again = remarks?.unchanged ?? [];
  const unchanged = again.length === 0 ? [] : await saidBefore(deps.db, place, id, again);
  return receiptFor(deps.db, deps, { ...place, at, receivedAt, channel: 'reply', answers, ...remarks, unchanged });
}

/** A coordinator may have entered a task of it more than once. */
function newestOf(answers: readonly AnswerRecord[]): readonly AnswerRecord[] {
  return [...new Map(answers.map((answer) => [answer.task, answer])).values()];
}

async function accounted({ db }: Deps, mail: string): Promise<readonly AnswerRecord[]> {
  let answers = await answersOfMail(db, mail);
  for (let left = patience.times; left > 0 && answers.some(({ outcome }) => outcome === null); left -= 1) {
    if (inContext()) heartbeat();
    await wait(patience.everyMs);
    answers = await answersOfMail(db, mail);
  }
  return answers;
}
