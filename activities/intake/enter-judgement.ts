import { askContactChange } from '../../record/contact-changes.js';
import { append } from '../../record/journal.js';
import { markLetterBounced } from '../../record/letters.js';
import { holdMail, judgeMail, placeMail } from '../../record/mail-decisions.js';
import { writeReasons } from '../../record/mail-reasons.js';
import { readMail } from '../../record/mails.js';
import { markBounced } from '../../record/posts.js';
import type { Trx } from '../../record/schema.js';
import { storeAnswers } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import type { BouncedLetter } from './bounced-letter.js';
import type { Judgement } from './judgement.js';
import type { OpenedMail } from './open-mail.js';

/** All that a judgement changes in the record, in one transaction; a mail that was judged before stays as it is. */
export async function enterJudgement(
  { db }: Deps,
  opened: OpenedMail,
  judgement: Judgement,
  at: string,
): Promise<void> {
  const { id } = opened.record;
  await db.transaction().execute(async (trx) => {
    if ((await readMail(trx, id))?.state !== 'received') return;
    await describe(trx, opened, judgement);
    await storeAnswers(trx, judgement.answers);
    if (judgement.change) await askContactChange(trx, judgement.change);
    if (judgement.bounced) await markBounce(trx, judgement.bounced, opened.record.receivedAt);
    await note(trx, id, judgement, at);
  });
}

async function describe(
  trx: Trx,
  { record, mail }: OpenedMail,
  { kind, place, state, reasons }: Judgement,
): Promise<void> {
  const { from, subject, messageId } = mail;
  await judgeMail(trx, { mail: record.id, kind, ...place, fromAddress: from, subject, messageId });
  if (state === 'held') return holdMail(trx, { mail: record.id, reasons });
  await placeMail(trx, { mail: record.id, state });
  await writeReasons(trx, { mail: record.id, reasons });
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
