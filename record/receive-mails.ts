import { insertRows } from './insert-rows.js';
import { mailId } from './mails.js';
import type { Db, MailState } from './schema.js';

/** Where a fetched mail lies: the same place never brings the same mail twice. */
export interface MailboxPosition {
  readonly account: string;
  readonly mailbox: string;
  readonly uidValidity: number;
  readonly uid: number;
}

export interface NewMail {
  /** sha256 of the raw bytes; they are in the file store and registered. */
  readonly raw: string;
  readonly receivedAt: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly position?: MailboxPosition | undefined;
  /** Of a fetched mail, as its headers give it; other ways bring their mail once. */
  readonly messageId?: string | undefined;
}

export interface ReceivedMail {
  readonly id: string;
  readonly fresh: boolean;
  readonly state: MailState;
}

/**
 * Not fresh: the same bytes arrived before, or the same mail from the same place with bytes that its server has written
 * anew. A mailbox restored from a backup may show another mail at a known place; it is kept without one. In the order
 * given.
 */
export async function receiveMails(db: Db, mails: readonly NewMail[]): Promise<readonly ReceivedMail[]> {
  const inserted = await insertMails(db, mails);
  const received: ReceivedMail[] = [];
  // The same bytes may come twice at once: the first of them is fresh.
  for (const mail of mails)
    received.push(inserted.delete(mailId(mail.raw)) ? fresh(mail) : await receiveAgain(db, mail));
  return received;
}

async function receiveAgain(db: Db, mail: NewMail): Promise<ReceivedMail> {
  const known = await knownMail(db, mail);
  if (known !== undefined) return { ...known, fresh: false };
  await insertMails(db, [{ ...mail, position: undefined }]);
  return fresh(mail);
}

function fresh({ raw }: NewMail): ReceivedMail {
  return { id: mailId(raw), fresh: true, state: 'received' };
}

async function insertMails(db: Db, mails: readonly NewMail[]): Promise<Set<string>> {
  if (mails.length === 0) return new Set();
  const inserted = await insertRows(db, 'mail', mails.map(columnsOf))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return new Set(inserted.map(({ id }) => id));
}

function columnsOf({ raw, receivedAt, envelopeFrom, envelopeTo, position, messageId }: NewMail) {
  return {
    id: mailId(raw),
    raw,
    received_at: receivedAt,
    envelope_from: envelopeFrom,
    envelope_to: envelopeTo,
    account: position?.account ?? null,
    mailbox: position?.mailbox ?? null,
    uidvalidity: position?.uidValidity ?? null,
    uid: position?.uid ?? null,
    message_id: messageId ?? null,
  };
}

function knownMail(
  db: Db,
  { raw, position, messageId }: NewMail,
): Promise<Pick<ReceivedMail, 'id' | 'state'> | undefined> {
  return db
    .selectFrom('mail')
    .select(['id', 'state'])
    .where((eb) => {
      const sameBytes = eb('raw', '=', raw);
      if (position === undefined || messageId === undefined) return sameBytes;
      const { account, mailbox, uidValidity, uid } = position;
      return eb.or([sameBytes, eb.and({ account, mailbox, uidvalidity: uidValidity, uid, message_id: messageId })]);
    })
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
}
