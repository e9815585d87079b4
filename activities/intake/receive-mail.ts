import type { ArrivedMail } from '../../mail/intake-listener.js';
import { registerFiles, type StoredFile } from '../../record/files.js';
import { groupCommitFor } from '../../record/group-commit.js';
import { type MailboxPosition, type NewMail, receiveMail as enterMail } from '../../record/mails.js';
import type { Db } from '../../record/schema.js';
import type { Deps } from '../deps.js';
import { startIntake } from './start-intake.js';

export interface Received {
  readonly mail: string;
  /** False for bytes that arrived before. */
  readonly fresh: boolean;
  /** Settles when its intake runs, with the error that kept it from starting: `redeliver` starts it then. */
  readonly started: Promise<Error | undefined>;
}

/** What is known of a mail that was fetched from a mailbox. */
interface Fetched {
  readonly position: MailboxPosition;
  readonly messageId: string | undefined;
}

/** Mails that come together are entered together. */
const enter = groupCommitFor<Db, Entry, Entered>(
  (db, entries) =>
    db.transaction().execute(async (trx) => {
      await registerFiles(
        trx,
        entries.map(({ file }) => file),
      );
      const entered: Entered[] = [];
      for (const { mail } of entries) entered.push(await enterMail(trx, mail));
      return entered;
    }),
  { rowsPerTransaction: 50 },
);

interface Entry {
  readonly file: StoredFile;
  readonly mail: NewMail;
}

type Entered = Awaited<ReturnType<typeof enterMail>>;

/** Resolves when a mail is safe, whether Temporal is up or not; who waits for a 250 waits no longer than for that. */
export async function receiveMail(
  { db, files, client }: Pick<Deps, 'db' | 'files' | 'client'>,
  { raw, envelope, receivedAt, position, messageId }: ArrivedMail & Partial<Fetched>,
): Promise<Received> {
  const hash = await files.put(raw);
  const { from: envelopeFrom, to: envelopeTo } = envelope;
  const file = { hash, bytes: raw.length, media: 'message/rfc822', at: receivedAt };
  const mail = { raw: hash, receivedAt, envelopeFrom, envelopeTo, position, messageId };
  const { id, fresh } = await enter(db, { file, mail });
  const started = startIntake({ client }, id).then(() => undefined, asError);
  return { mail: id, fresh, started };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
