import type { ArrivedMail } from '../../mail/intake-listener.js';
import { registerFiles, type StoredFile } from '../../record/files.js';
import { groupCommitFor } from '../../record/group-commit.js';
import { type MailboxPosition, type NewMail, type ReceivedMail, receiveMails } from '../../record/receive-mails.js';
import type { Db } from '../../record/schema.js';
import type { Deps } from '../deps.js';
import { startIntake } from './start-intake.js';

export interface Stored {
  readonly mail: string;
  /** False for bytes that arrived before. */
  readonly fresh: boolean;
  /** Nobody has judged it yet. */
  readonly unjudged: boolean;
}

export interface Received extends Stored {
  /** Settles when its intake runs, with the error that kept it from starting: `redeliver` starts it then. */
  readonly started: Promise<Error | undefined>;
}

/** What is known of a mail that was fetched from a mailbox. */
interface Fetched {
  readonly position: MailboxPosition;
  readonly messageId: string | undefined;
}

/** Mails that come together are entered together: their files reach the disk at slightly different times. */
const enter = groupCommitFor<Db, Entry, ReceivedMail>(
  (db, entries) =>
    db.transaction().execute(async (trx) => {
      await registerFiles(
        trx,
        entries.map(({ file }) => file),
      );
      return receiveMails(
        trx,
        entries.map(({ mail }) => mail),
      );
    }),
  { rowsPerTransaction: 100, pauseMs: 10 },
);

interface Entry {
  readonly file: StoredFile;
  readonly mail: NewMail;
}

/** Resolves when a mail is safe, whether Temporal is up or not; who waits for a 250 waits no longer than for that. */
export async function receiveMail(
  deps: Pick<Deps, 'db' | 'files' | 'client'>,
  arrived: ArrivedMail,
): Promise<Received> {
  const stored = await storeMail(deps, arrived);
  return { ...stored, started: startIntake(deps, [stored.mail]).then(() => undefined, asError) };
}

/** Resolves when a mail is safe; its intake is still to be started. */
export async function storeMail({ db, files }: Pick<Deps, 'db' | 'files'>, mail: ArrivedMail): Promise<Stored> {
  return enterMail(db, mail, await files.put(mail.raw));
}

/**
 * Settles when each of these mails is safe or cannot be stored, in the order given: they are entered in one transaction
 * once all are on disk.
 */
export async function storeMails(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  fetched: readonly (ArrivedMail & Fetched)[],
): Promise<readonly PromiseSettledResult<Stored>[]> {
  const arriving = fetched.map((mail) => ({ mail, put: files.put(mail.raw) }));
  await Promise.allSettled(arriving.map(({ put }) => put));
  return Promise.allSettled(arriving.map(async ({ mail, put }) => enterMail(db, mail, await put)));
}

async function enterMail(
  db: Db,
  { raw, envelope, receivedAt, position, messageId }: ArrivedMail & Partial<Fetched>,
  hash: string,
): Promise<Stored> {
  const { from: envelopeFrom, to: envelopeTo } = envelope;
  const file = { hash, bytes: raw.length, media: 'message/rfc822', at: receivedAt };
  const mail = { raw: hash, receivedAt, envelopeFrom, envelopeTo, position, messageId };
  const { id, fresh, state } = await enter(db, { file, mail });
  return { mail: id, fresh, unjudged: state === 'received' };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
