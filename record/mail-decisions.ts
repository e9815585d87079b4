import { sql } from 'kysely';
import { inBoth } from '../domain/sentence.js';
import { refusal } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import type { Db, MailKind, MailRemarks } from './schema.js';
import { storableJson } from './storable.js';

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

/** Writes how mails were judged; gives those that had not been judged before. */
export async function judgeMails(db: Db, judgements: readonly MailJudgement[]): Promise<ReadonlySet<string>> {
  if (judgements.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    update mail set
      campaign = coalesce(judged.campaign, mail.campaign),
      round = coalesce(judged.round, mail.round),
      party = coalesce(judged.party, mail.party),
      letter = coalesce(judged.letter, mail.letter),
      kind = judged.kind,
      state = judged.state,
      reasons = judged.reasons,
      remarks = coalesce(judged.remarks, mail.remarks),
      to_enter = coalesce(judged."toEnter", mail.to_enter),
      from_address = coalesce(judged."fromAddress", mail.from_address),
      subject = coalesce(judged.subject, mail.subject),
      message_id = coalesce(judged."messageId", mail.message_id)
    from jsonb_to_recordset(${storableJson(judgements)}::jsonb) as judged (
      mail text, campaign text, round text, party text, letter integer, kind text, state text, reasons jsonb,
      remarks jsonb, "toEnter" jsonb, "fromAddress" text, subject text, "messageId" text)
    where mail.id = judged.mail and mail.state = 'received'
    returning mail.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
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
