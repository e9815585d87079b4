import { heartbeat } from '@temporalio/activity';
import { setTimeout as wait } from 'node:timers/promises';
import { addressLetter, type Recipients } from '../../mail/compose/address-letter.js';
import type { ReceiptModel } from '../../mail/compose/letter-model.js';
import type { AnswerRecord } from '../../record/answers.js';
import { addLetters, type Letter, lettersByKey, readLetter } from '../../record/letters.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { currentPosts } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';
import { inContext } from '../in-context.js';
import { namedLetter } from '../letters/letter-name.js';
import { sendRead, type Sent } from '../letters/send-letters.js';
import { type OpenedMail, openMail } from './open-mail.js';
import { type AnswerPlace, readAnswerMail } from './read-answer-mail.js';
import { receiptFor } from './receipt-model.js';
import { notesOn, unclearSentences } from './unclear-sentences.js';

export interface ToAcknowledge {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Accounting takes a fraction of a second; after five the receipt goes without it. */
const patience = { everyMs: 100, times: 50 } as const;

/** Reads back to the sender what one mail said; a mail has one receipt, and one more after a coordinator's release. */
export async function sendReceipt(deps: Deps, { mail, at }: ToAcknowledge): Promise<Sent | 'nobody'> {
  const opened = await openMail(deps, mail);
  const place = placeOf(opened);
  const sender = opened.record.fromAddress;
  if (!place || !sender) return 'nobody';
  const isReleased = opened.record.state === 'released';
  const key = `${place.campaign}/receipt/${mail}/${isReleased ? 2 : 1}`;
  const [written] = await lettersByKey(deps.db, [key]);
  const letter = written ?? (await writeReceipt(deps, opened, place, { key, sender, at }));
  const [sent] = await sendRead(deps, letter ? [letter] : []);
  if (!sent) throw new Error(`回执${key}未能登记；请查看数据库日志。`);
  return sent;
}

async function writeReceipt(
  deps: Deps,
  opened: OpenedMail,
  place: AnswerPlace,
  { key, sender, at }: { readonly key: string; readonly sender: string; readonly at: number },
): Promise<Letter | undefined> {
  const model = await modelOf(deps, opened, place, new Date(at).toISOString());
  const body: ReceiptModel & { readonly sendTo: Recipients } = {
    ...model,
    sendTo: await recipientsOf(deps, place, sender),
  };
  const { campaign, round, party: desk } = place;
  const letter = { key, campaign, round, desk, kind: 'receipt', plannedAt: body.at, state: 'ready', body } as const;
  const [added] = await addLetters(deps.db, [namedLetter(letter, deps.office)]);
  return added;
}

function placeOf({ record: { campaign, round, party } }: OpenedMail): AnswerPlace | undefined {
  return campaign !== null && round !== null && party !== null ? { campaign, round, party } : undefined;
}

async function recipientsOf({ db }: Deps, { campaign, party }: AnswerPlace, sender: string): Promise<Recipients> {
  return addressLetter('receipt', await currentPosts(db, campaign, party), sender);
}

async function modelOf(deps: Deps, opened: OpenedMail, place: AnswerPlace, at: string): Promise<ReceiptModel> {
  const { record } = opened;
  const answers = await accounted(deps, record.id);
  const letter = record.letter === null ? undefined : await readLetter(deps.db, record.letter);
  const reading = await readAnswerMail(deps, opened, place, { letter });
  const unclear = record.state === 'released' ? [] : unclearSentences(reading, place.round);
  const { receivedAt } = record;
  return receiptFor(deps.db, deps, {
    ...place,
    at,
    receivedAt,
    channel: 'reply',
    answers,
    files: reading.files,
    asked: reading.asked,
    unclear,
    notes: notesOn(reading),
  });
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
