import { ApplicationFailure } from '@temporalio/common';
import { authenticate, type Authentication } from '../../mail/judge/authentication.js';
import type { Envelope } from '../../mail/judge/envelope.js';
import { readMail, type ReadMail } from '../../mail/read/read-mail.js';
import { type MailRecord, readMail as readMailRecord } from '../../record/mails.js';
import type { Deps } from '../deps.js';

export interface OpenedMail {
  readonly record: MailRecord;
  readonly mail: ReadMail;
  readonly envelope: Envelope;
  /** What our own mail server found out about its sender. */
  readonly authentication?: Authentication;
}

/** A stored mail, read from its raw bytes again. */
export async function openMail(deps: Pick<Deps, 'db' | 'files' | 'office'>, id: string): Promise<OpenedMail> {
  const record = await readMailRecord(deps.db, id);
  if (!record) throw ApplicationFailure.nonRetryable(`库中没有来件${id}；请用 shuangyue mail 查看现有来件。`, 'NoMail');
  return openRecorded(deps, record);
}

/** The same where it is known what the record says of it. */
export async function openRecorded(
  { files, office }: Pick<Deps, 'files' | 'office'>,
  record: MailRecord,
): Promise<OpenedMail> {
  const mail = await readMail(Buffer.from(await files.get(record.raw)));
  const authentication = authenticate(mail, office.authservId);
  return {
    record,
    mail,
    envelope: { from: record.envelopeFrom, to: record.envelopeTo },
    ...(authentication && { authentication }),
  };
}
