import type { MailSettings } from '../../config/mail-settings.js';
import type { ImapAccess } from '../../mail/imap/open-imap.js';
import { visitFindings } from '../../mail/visit/visit-findings.js';
import type { DoctorWords } from './words/doctor-words.js';
import { good, hint, type Finding } from './check.js';

/** Whether our server's word on who wrote a mail is known: it names itself in the mails that lie there. */
export async function senderFindings(
  { authservId }: MailSettings,
  access: ImapAccess,
  mailboxes: readonly string[],
  { mail: said }: DoctorWords,
): Promise<readonly Finding[]> {
  const { mails, writers } = await visitFindings(access, mailboxes);
  const [first] = writers;
  if (authservId === undefined) {
    if (first === undefined) return [hint(said.noAuthserv, said.noFindingsTodo)];
    return [hint(said.noAuthserv, said.authservTodo(first.name, first.mails, mails))];
  }
  const own = writers.find(({ name }) => name === authservId.toLowerCase())?.mails ?? 0;
  if (own > 0 || mails === 0) return [good(said.authserv(authservId, own, mails))];
  return [hint(said.authservUnseen(authservId, mails), first && said.authservTodo(first.name, first.mails, mails))];
}
