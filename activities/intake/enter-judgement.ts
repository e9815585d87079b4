import { askContactChange } from '../../record/contact-changes.js';
import { appendAll, type NewJournalEntry } from '../../record/journal.js';
import { markLetterBounced } from '../../record/letters.js';
import { judgeMails, type MailJudgement } from '../../record/mail-decisions.js';
import { markBounced } from '../../record/posts.js';
import { groupCommitFor } from '../../record/group-commit.js';
import type { Db, Trx } from '../../record/schema.js';
import { storeAnswers } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import type { BouncedLetter } from './bounced-letter.js';
import type { Judgement } from './judgement.js';
import type { Weighed } from './judge-arrived.js';

type Opened = Weighed['opened'];

interface Judged {
  readonly opened: Opened;
  readonly judgement: Judgement;
  readonly at: string;
}

/** All that a judgement changes in the record, or nothing; false for a mail that was judged before: it stays as it is. */
export function enterJudgement(deps: Deps, opened: Opened, judgement: Judgement, at: string): Promise<boolean> {
  return enter(deps.db, { opened, judgement, at });
}

/** Mails that are judged at about the same time are entered together. */
const enter = groupCommitFor<Db, Judged, boolean>(
  (db, judged) => db.transaction().execute((trx) => enterTogether(trx, judged)),
  { rowsPerTransaction: 100 },
);

async function enterTogether(trx: Trx, judged: readonly Judged[]): Promise<readonly boolean[]> {
  const entered = await judgeMails(trx, judged.map(judgementOf));
  const fresh = judged.filter(({ opened }) => entered.has(opened.record.id));
  await storeAnswers(
    trx,
    fresh.flatMap(({ judgement }) => judgement.answers),
  );
  for (const { opened, judgement } of fresh) {
    if (judgement.change) await askContactChange(trx, judgement.change);
    if (judgement.bounced) await markBounce(trx, judgement.bounced, opened.record.receivedAt);
  }
  await appendAll(trx, fresh.map(noteOf));
  return judged.map((one) => fresh.includes(one));
}

function judgementOf({
  opened: { record, mail },
  judgement: { kind, place, state, reasons, toEnter, remarks },
}: Judged): MailJudgement {
  const { from, subject, messageId } = mail;
  const read = { fromAddress: from, subject, messageId, toEnter, remarks };
  return { mail: record.id, kind, state, reasons, ...place, ...read };
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

function noteOf({ opened, judgement, at }: Judged): NewJournalEntry {
  const { kind, place, state, reasons, answers, unchanged = [] } = judgement;
  const { campaign, round, party } = place;
  const tasks = answers.map(({ task }) => task);
  return {
    campaign: campaign ?? null,
    round,
    party,
    at,
    by: (tasks.length > 0 ? party : undefined) ?? 'system',
    act: acts[state],
    why: reasons.length > 0 ? reasons.join('；') : undefined,
    detail: { mail: opened.record.id, kind, tasks, ...(unchanged.length > 0 && { unchanged }) },
  };
}
