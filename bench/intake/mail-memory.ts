import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { startMailbox } from '../../activities/mailbox/start-mailbox.js';
import type { Dovecot } from '../../test/mail/dovecot.js';
import { ids } from '../../workflows/api.js';
import { terminate } from '../campaign.js';
import { collectGarbage, kilobytes } from '../memory/resident.js';
import type { Stand } from '../stand.js';
import { until } from '../within.js';

const mb = 1024 * 1024;

/** What lies in this process's heap and in its buffers after a collection, in MB. */
export function heldMb(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / mb;
}

/** MB by which the process rises above where it stood while a mail of 20 MB is fetched, stored and judged. */
export async function largeMail(stand: Stand, dovecot: Dovecot, account: string): Promise<number> {
  const from = 'a liaison with a scan <scan@large.example>';
  const subject = 'a scan of 20 MB';
  const attachments = [{ filename: 'scan.pdf', content: randomBytes((20 * mb * 57) / 78) }];
  const raw = await new MailComposer({ from, subject, text: '见附件。', attachments }).compile().build();
  await dovecot.deliverAll([raw], new Date().toISOString());
  collectGarbage();
  // proc(5): 5 sets the peak back to what is resident now.
  writeFileSync('/proc/self/clear_refs', '5');
  const before = kilobytes('self', 'VmRSS');
  await startMailbox(stand.deps, account);
  await until(60_000, 'the judging of a mail of 20 MB', async () => {
    const mail = await stand.db.selectFrom('mail').select('state').where('subject', '=', subject).executeTakeFirst();
    return mail !== undefined && mail.state !== 'received';
  });
  await terminate(stand, [ids.mailbox(account)]);
  return Math.round((kilobytes('self', 'VmHWM') - before) / 1024);
}
