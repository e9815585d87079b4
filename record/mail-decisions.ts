import { inBoth } from '../domain/sentence.js';
import { refusal } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import type { Db, MailKind, MailRemarks } from './schema.js';
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
  /** Delivered to tasks, noted where there was nothing to deliver, held where a coordinator has to decide. */
  readonly state: 'delivered' | 'noted' | 'held';
  /** Why it is held, or what else was found: a bounce's status, what a machine wrote it. Chinese sentences. */
  readonly reasons: readonly string[];
  /** Names of files whose content a coordinator is to enter. */
  readonly toEnter?: readonly string[] | undefined;
  readonly fromAddress?: string | undefined;
  readonly subject?: string | undefined;
  readonly messageId?: string | undefined;
  readonly remarks?: MailRemarks | undefined;
}

/** Writes how a mail was judged; false where it was judged before. */
export async function judgeMail(
  db: Db,
  { mail, kind, state, reasons, toEnter, ...read }: MailJudgement,
): Promise<boolean> {
  const judged = await db
    .updateTable('mail')
    .set({
      ...placeColumns(read),
      kind,
      state,
      reasons: storableJson(reasons),
      remarks: read.remarks && storableJson(read.remarks),
      to_enter: toEnter === undefined ? undefined : storableJson(toEnter),
      from_address: read.fromAddress === undefined ? undefined : storableText(read.fromAddress),
      subject: read.subject === undefined ? undefined : storableText(read.subject),
      message_id: read.messageId === undefined ? undefined : storableText(read.messageId),
    })
    .where('id', '=', mail)
    .where('state', '=', 'received')
    .returning('id')
    .executeTakeFirst();
  return judged !== undefined;
}

export interface MailDecision extends MailPlace {
  readonly mail: string;
  readonly decision: 'released' | 'refused';
  readonly by: string;
  readonly at: string;
  readonly why?: string | undefined;
  readonly remarks?: MailRemarks | undefined;
}

/** A coordinator's word on held mail; the same word may be written twice, another one is refused. */
export async function decideMail(
  db: Db,
  { mail, decision, by, at, why, remarks, ...place }: MailDecision,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      ...placeColumns(place),
      state: decision,
      decided_by: by,
      decided_at: at,
      why: why ?? null,
      remarks: remarks && storableJson(remarks),
    })
    .where('id', '=', mail)
    .where('state', 'in', ['held', decision])
    .returning('id')
    .executeTakeFirstOrThrow(() => refusal(inBoth(refusalWords, ({ mailDone }) => mailDone(mail))));
}

function placeColumns({ campaign, round, party, letter }: MailPlace) {
  return { campaign, round, party, letter };
}
