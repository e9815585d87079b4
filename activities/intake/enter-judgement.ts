import { askContactChange } from '../../record/contact-changes.js';
import { append } from '../../record/journal.js';
import { markLetterBounced } from '../../record/letters.js';
import { judgeMail } from '../../record/mail-decisions.js';
import { markBounced } from '../../record/posts.js';
import type { Trx } from '../../record/schema.js';
import { storeAnswers } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import type { BouncedLetter } from './bounced-letter.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';

/** All that a judgement changes in the record, in one transaction; false for a mail that was judged before: it stays as it is. */
export async function enterJudgement(
  { db }: Deps,
  opened: OpenedMail,
  judgement: Judgement,
  at: string,
): Promise<boolean> {
  const { id } = opened.record;
  return db.transaction().execute(async (trx) => {
    if (!(await describe(trx, opened, judgement))) return false;
    await storeAnswers(trx, judgement.answers);
    if (judgement.change) await askContactChange(trx, judgement.change);
    if (judgement.bounced) await markBounce(trx, judgement.bounced, opened.record.receivedAt);
    await note(trx, id, judgement, at);
    return true;
  });
}

function describe(
  trx: Trx,
  { record, mail }: OpenedMail,
  { kind, place, state, reasons }: Judgement,
): Promise<boolean> {
  const { from, subject, messageId } = mail;
  return judgeMail(trx, { mail: record.id, kind, state, reasons, ...place, fromAddress: from, subject, messageId });
}

async function markBounce(
  trx: Trx,
  { letter, permanent, addresses, isLost }: BouncedLetter,
  at: string,
): Promise<void> {
  if (!permanent) return;
  if (isLost) await markLetterBounced(trx, letter.id, at);
  for (const email of addresses) await markBounced(trx, { campaign: letter.campaign, email, at });
}

const acts = { held: 'hold-mail', noted: 'note-mail', delivered: 'take-mail' } as const;

async function note(
  trx: Trx,
  mail: string,
  { kind, place, state, reasons, answers }: Judgement,
  at: string,
): Promise<void> {
  const { campaign, round, party } = place;
  const tasks = answers.map(({ task }) => task);
  await append(trx, {
    campaign: campaign ?? null,
    round,
    party,
    at,
    by: (tasks.length > 0 ? party : undefined) ?? 'system',
    act: acts[state],
    why: reasons.length > 0 ? reasons.join('；') : undefined,
    detail: { mail, kind, tasks },
  });
}
