import { judgeMails, type MailJudgement } from '../../record/mail-decisions.js';
import { type NewMail, type ReceivedMail, receiveMails } from '../../record/receive-mails.js';
import type { Db } from '../../record/schema.js';

export async function receiveMail(db: Db, mail: NewMail): Promise<ReceivedMail> {
  const [received] = await receiveMails(db, [mail]);
  if (!received) throw new Error('a mail that was received gave nothing');
  return received;
}

/** False where it was judged before. */
export async function judgeMail(db: Db, judgement: MailJudgement): Promise<boolean> {
  return (await judgeMails(db, [judgement])).has(judgement.mail);
}
