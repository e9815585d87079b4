import { askContactChange } from '../../record/contact-changes.js';
import { append } from '../../record/journal.js';
import { markLetterBounced } from '../../record/letters.js';
import { judgeMail } from '../../record/mail-decisions.js';
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
  { rowsPerTransaction: 50 },
);

async function enterTogether(trx: Trx, judged: readonly Judged[]): Promise<readonly boolean[]> {
  const fresh: Judged[] = [];
  for (const one of judged) if (await describe(trx, one.opened, one.judgement)) fresh.push(one);
  await storeAnswers(
    trx,
    fresh.flatMap(({ judgement }) => judgement.answers),
  );
  for (const { opened, judgement, at } of fresh) {
    if (judgement.change) await askContactChange(trx, judgement.change);
    if (judgement.bounced) await markBounce(trx, judgement.bounced, opened.record.receivedAt);
    await note(trx, opened.record.id, judgement, at);
  }
  return judged.map((one) => fresh.includes(one));
}

function describe(
  trx: Trx,
  { record, mail }: Opened,
  { kind, place, state, reasons, toEnter, remarks }: Judgement,
): Promise<boolean> {
  const { from, subject, messageId } = mail;
  const read = { fromAddress: from, subject, messageId, toEnter, remarks };
  return judgeMail(trx, { mail: record.id, kind, state, reasons, ...place, ...read });
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
  { kind, place, state, reasons, answers, unchanged = [] }: Judgement,
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
    detail: { mail, kind, tasks, ...(unchanged.length > 0 && { unchanged }) },
  });
}
