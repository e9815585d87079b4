import { inBoth } from '../domain/sentence.js';
import { refusal } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import type { Db, MailKind } from './schema.js';
import { storableJson, storableText } from './storable.js';

/** Where a mail belongs, as far as it is known; what is absent keeps what was written before. */
export interface MailPlace {
  readonly campaign?: string | undefined;
  readonly round?: string | undefined;
  readonly party?: string | undefined;
  readonly letter?: number | undefined;
}

export interface MailJudgement extends MailPlace {
  readonly mail: string;
  readonly kind: MailKind;
  readonly fromAddress?: string | undefined;
  readonly subject?: string | undefined;
  readonly messageId?: string | undefined;
}

/** What the judge read off the mail; it waits for its next state. */
export async function judgeMail(db: Db, { mail, kind, ...read }: MailJudgement): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      ...placeColumns(read),
      kind,
      from_address: read.fromAddress === undefined ? undefined : storableText(read.fromAddress),
      subject: read.subject === undefined ? undefined : storableText(read.subject),
      message_id: read.messageId === undefined ? undefined : storableText(read.messageId),
    })
    .where('id', '=', mail)
    .returning('id')
    .executeTakeFirstOrThrow(() => unknownMail(mail));
}

/** Its answers went to their tasks (`delivered`), or there was nothing to deliver (`noted`). */
export async function placeMail(
  db: Db,
  { mail, state, ...place }: MailPlace & { readonly mail: string; readonly state: 'delivered' | 'noted' },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ ...placeColumns(place), state })
    .where('id', '=', mail)
    .where('state', 'in', ['received', 'delivered', 'noted'])
    .returning('id')
    .executeTakeFirstOrThrow(() => unknownMail(mail));
}

/** It cannot be trusted or placed; a coordinator decides. `reasons` are Chinese sentences. */
export async function holdMail(
  db: Db,
  { mail, reasons, ...place }: MailPlace & { readonly mail: string; readonly reasons: readonly string[] },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ ...placeColumns(place), state: 'held', reasons: storableJson(reasons) })
    .where('id', '=', mail)
    .where('state', 'in', ['received', 'held'])
    .returning('id')
    .executeTakeFirstOrThrow(() => unknownMail(mail));
}

export interface MailDecision extends MailPlace {
  readonly mail: string;
  readonly decision: 'released' | 'refused';
  readonly by: string;
  readonly at: string;
  readonly why?: string | undefined;
}

/** A coordinator's word on held mail; the same word may be written twice, another one is refused. */
export async function decideMail(db: Db, { mail, decision, by, at, why, ...place }: MailDecision): Promise<void> {
  await db
    .updateTable('mail')
    .set({ ...placeColumns(place), state: decision, decided_by: by, decided_at: at, why: why ?? null })
    .where('id', '=', mail)
    .where('state', 'in', ['held', decision])
    .returning('id')
    .executeTakeFirstOrThrow(() => refusal(inBoth(refusalWords, ({ mailDone }) => mailDone(mail))));
}

function placeColumns({ campaign, round, party, letter }: MailPlace) {
  return { campaign, round, party, letter };
}

function unknownMail(mail: string): Error {
  return new Error(`mail ${mail} is not in the record, or a coordinator has decided on it: expected one still open`);
}
