import { ApplicationFailure } from '@temporalio/common';
import type { SignOutcome } from '../../workflows/api.js';
import { append } from '../../record/journal.js';
import { readLetter } from '../../record/letters.js';
import { resendDoubtful } from '../../record/sending-letters.js';
import { countDraftsAt, countNumbered, releaseDraft, signDraft } from '../../record/signing-letters.js';
import { lockCampaigns } from '../../record/lock-campaigns.js';
import { campaignRow } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';
import { deliverLetter } from './deliver-letter.js';
import { resealed } from './seal-letters.js';
import { sendLetter, type Sent } from './send-letter.js';
import { oneAtATime } from './under-way.js';

export interface Signature {
  readonly campaign: string;
  readonly letter: number;
  /** Coordinator code. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** More drafts than this of one instant need a second coordinator each (design.md, "Ladder and workdays"). */
const aloneUpTo = 5;

/** Signs a 督办函 and sends it, unless a second signature is wanted or the gate withholds it after all. */
export async function signLetter(deps: Deps, signature: Signature): Promise<SignOutcome> {
  const signed = await deps.db.transaction().execute(async (trx) => {
    // Two signatures at once, on whatever workers, neither overlook each other nor give out one number twice.
    await lockCampaigns(trx, [signature.campaign]);
    const letter = await readLetter(trx, signature.letter);
    const { setup, year } = await campaignRow(trx, letter.campaign);
    refuseStranger(setup.coordinators, signature.by);
    if (letter.state === 'doubtful') return 'doubtful';
    // Signed before, and on its way or cut off, perhaps before its tasks were told: this attempt goes on with it.
    if (letter.state === 'ready' || letter.state === 'sending' || letter.state === 'sent') return 'signed';
    if (letter.state !== 'drafted') return 'lapsed';
    const { planned_at: plannedAt, campaign, id, round } = letter;
    const many = (await countDraftsAt(trx, { campaign, plannedAt })) > aloneUpTo;
    const seconds = letter.signed_by !== null && letter.signed_by !== signature.by;
    if (letter.signed_by === signature.by) return 'needs-second';
    const documentNo = `〔${year}〕${(await countNumbered(trx, campaign)) + 1}号`;
    const at = new Date(signature.at).toISOString();
    await signDraft(trx, { id, by: signature.by, at, documentNo, seconds });
    const detail = { letter: id };
    await append(trx, {
      campaign,
      at,
      by: signature.by,
      act: 'sign',
      round: round ?? undefined,
      party: letter.desk,
      detail,
    });
    if (many && !seconds) return 'needs-second';
    await releaseDraft(trx, id);
    return 'signed';
  });
  if (signed === 'doubtful')
    return toOutcome(await oneAtATime(deps, signature.letter, () => sendAgain(deps, signature)));
  return signed === 'signed' ? toOutcome(await sendLetter(deps, signature.letter)) : signed;
}

/** A coordinator found out that a doubtful letter did not arrive: it goes once more, with the same Message-ID. */
async function sendAgain(deps: Deps, { letter: id, by, at }: Signature): Promise<Sent> {
  const letter = await readLetter(deps.db, id);
  if (!letter.raw) throw new Error(`函${id}没有存底，无法重发；请查看数据文件夹。`);
  const { campaign, round, desk } = letter;
  const begun = await deps.db.transaction().execute(async (trx) => {
    if (!(await resendDoubtful(trx, id, deps.bootId))) return false;
    const instant = new Date(at).toISOString();
    await append(trx, {
      campaign,
      at: instant,
      by,
      act: 'resend',
      round: round ?? undefined,
      party: desk,
      detail: { letter: id },
    });
    return true;
  });
  if (!begun) return 'busy';
  return deliverLetter(deps, resealed(deps, letter, Buffer.from(await deps.files.get(letter.raw))));
}

function refuseStranger(coordinators: readonly { readonly code: string }[], by: string): void {
  if (coordinators.some(({ code }) => code === by)) return;
  const known = coordinators.map(({ code }) => code).join('、');
  throw ApplicationFailure.nonRetryable(`不能签发：${by}不是本行动的协调员（现有${known}）。`, 'Refused');
}

function toOutcome(sent: Sent): SignOutcome {
  switch (sent) {
    case 'withheld':
    case 'refused':
    case 'doubtful':
      return 'withheld';
    case 'cancelled':
      return 'lapsed';
    case 'sent':
    case 'busy':
      return 'sent';
  }
}
