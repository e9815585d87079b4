import type { Delivery, Refusal, SealedMail } from '../../mail/send/postbox.js';
import { classifyFailure, type MailFailure } from '../../mail/send/failure.js';
import { markAccepted } from '../../record/accepted-letters.js';
import { type Letter, readLetter } from '../../record/letters.js';
import { markUnsent, putBack, resendDoubtful } from '../../record/sending-letters.js';
import type { Deps } from '../deps.js';
import { isGivenUp, laterAgain } from './later-again.js';
import { lookUpLetter } from './look-up-letter.js';
import { reportDoubt, reportRefusal } from './report-trouble.js';
import { resealed, type Sealed } from './seal-letters.js';
import { tellTasksOfEscalations } from './tell-tasks.js';
import { forgetFate, rememberFate } from './under-way.js';

export type Delivered = 'sent' | 'refused' | 'doubtful' | 'busy';

/** Hands a sealed letter to the server and writes what became of it. */
export async function deliverLetter(deps: Deps, sealed: Sealed & Pick<SealedMail, 'turn'>): Promise<Delivered> {
  let delivery: Delivery;
  try {
    delivery = await deps.postbox.deliver(sealed);
  } catch (error) {
    return afterFailure(deps, sealed.id, classifyFailure(error), error);
  }
  rememberFate(deps, sealed.id, { kind: 'accepted', refused: delivery.refused });
  return settleAccepted(deps, sealed, delivery.refused);
}

/** Told first, as below: once the letter is settled nobody looks at it again. */
export async function settleAccepted(
  deps: Deps,
  letter: Pick<Letter, 'id' | 'kind'>,
  refused: readonly Refusal[],
): Promise<'sent'> {
  if (refused.length > 0) await reportRefusal(deps, letter.id, refused);
  await settle(deps, letter);
  return 'sent';
}

async function settle(deps: Deps, { id, kind }: Pick<Letter, 'id' | 'kind'>): Promise<void> {
  await markAccepted(deps.db, { id, at: deps.now().toISOString() });
  forgetFate(deps, id);
  if (kind === 'escalation') await tellTasksOfEscalations(deps, await readLetter(deps.db, id));
}

/** Certainly not accepted: ready again, and Temporal retries. Refused: told. Nobody knows: looked up in the archive. */
async function afterFailure(deps: Deps, id: number, failure: MailFailure, error: unknown) {
  const { kind, reason } = isGivenUp(failure) ? { ...failure, kind: 'refused' as const } : failure;
  if (kind === 'uncertain') rememberFate(deps, id, { kind });
  else forgetFate(deps, id);
  switch (kind) {
    case 'transient':
      await putBack(deps.db, { id, failure: reason, bootId: deps.bootId });
      throw await laterAgain(deps, id, failure, error);
    case 'refused':
      // Told first: a crash in between has it told again, once, and never forgotten.
      await reportRefusal(deps, id, [{ address: '', kind, reason }]);
      await markUnsent(deps.db, id, 'refused', reason);
      return 'refused';
    case 'uncertain':
      return settleInterrupted(deps, await readLetter(deps.db, id));
  }
}

/**
 * A letter interrupted while it was being sent. The archive knows; without one a liaison's letter goes once more with
 * the same Message-ID, a head's or an office's waits for the coordinator (design.md, "Rules that people rely on").
 */
export async function settleInterrupted(deps: Deps, letter: Letter): Promise<Delivered> {
  const finding = await lookUpLetter(deps, letter);
  switch (finding.state) {
    case 'kept':
      await settle(deps, letter);
      return 'sent';
    case 'absent':
      return repeat(deps, letter);
    case 'unasked':
      return isForLiaison(letter) && letter.attempts < 2 ? repeat(deps, letter) : doubt(deps, letter);
    case 'unproven':
      return doubt(deps, letter, finding.why);
  }
}

async function doubt(deps: Deps, letter: Letter, why?: string): Promise<'doubtful'> {
  await reportDoubt(deps, letter);
  await markUnsent(deps.db, letter.id, 'doubtful', `发送中断，无法确认对方是否收到${why ? `（${why}）` : ''}`);
  forgetFate(deps, letter.id);
  return 'doubtful';
}

async function repeat(deps: Deps, letter: Letter): Promise<Delivered> {
  if (!letter.raw) return doubt(deps, letter, '没有存底');
  if (!(await resendDoubtful(deps.db, letter.id, deps.bootId))) return 'busy';
  return deliverLetter(deps, resealed(deps, letter, Buffer.from(await deps.files.get(letter.raw))));
}

function isForLiaison({ kind }: Letter): boolean {
  return !['escalation', 'settled', 'unfounded', 'second-overdue', 'bulletin', 'report'].includes(kind);
}
