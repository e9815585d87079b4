import { ApplicationFailure } from '@temporalio/common';
import type { Envelope } from '../../mail/judge/envelope.js';
import { readMail, type ReadMail } from '../../mail/read/read-mail.js';
import { type MailRecord, readMail as readMailRecord } from '../../record/mails.js';
import type { Deps } from '../deps.js';

export interface OpenedMail {
  readonly record: MailRecord;
  readonly mail: ReadMail;
  readonly envelope: Envelope;
}

/** A stored mail, read from its raw bytes again. */
export async function openMail({ db, files }: Pick<Deps, 'db' | 'files'>, id: string): Promise<OpenedMail> {
  const record = await readMailRecord(db, id);
  if (!record) throw ApplicationFailure.nonRetryable(`库中没有来件${id}；请用 shuangyue mail 查看现有来件。`, 'NoMail');
  const mail = await readMail(Buffer.from(await files.get(record.raw)));
  return { record, mail, envelope: { from: record.envelopeFrom, to: record.envelopeTo } };
}
