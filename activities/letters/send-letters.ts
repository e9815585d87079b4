import { groupCommitFor } from '../../record/group-commit.js';
import { type Letter, readLetters } from '../../record/letters.js';
import { markUnsent, putBack, takeOver } from '../../record/sending-letters.js';
import type { Deps } from '../deps.js';
import { deliverLetter, settleAccepted, settleInterrupted } from './deliver-letter.js';
import { reportRefusal } from './report-trouble.js';
import { sealLetters, type Sealing } from './seal-letters.js';
import { takeTurn } from './take-turn.js';
import { tellTasksOfEscalations } from './tell-tasks.js';
import { fateOf, forgetFate, oneAtATime, rememberFate } from './under-way.js';

export type Sent = 'sent' | 'cancelled' | 'withheld' | 'refused' | 'doubtful' | 'busy';

/**
 * Sends each letter at most once that we know of: what is sent is written as `sending` before the first byte leaves,
 * and a letter found in `sending` by another process is looked up before anything is sent again. All are tried; the
 * first failure is thrown afterwards.
 */
export async function sendLetters(deps: Deps, ids: readonly number[]): Promise<readonly Sent[]> {
  return sendRead(deps, await readLetters(deps.db, ids));
}

/** As they stood when they were read: what has become of them since is seen when they are sealed. */
export async function sendRead(deps: Deps, letters: readonly Letter[]): Promise<readonly Sent[]> {
  const outcomes = await Promise.allSettled(
    letters.map((letter) =>
      oneAtATime(deps, letter.id, () => (letter.state === 'ready' ? deliver(deps, letter) : goOn(deps, letter))),
    ),
  );
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

/** Letters that are to leave at the same time are sealed together, a dozen in a transaction. */
const seal = groupCommitFor<Deps, Letter, Sealing>(
  async (deps, letters) => {
    const sealed = await deps.db.transaction().execute((trx) => sealLetters(trx, deps, letters));
    return letters.map(({ id }) => sealed.get(id) ?? 'busy');
  },
  { rowsPerTransaction: 12 },
);

/** The turn comes before the seal: what waits for the relay's pace can still be answered, and a crash leaves no doubt. */
async function deliver(deps: Deps, letter: Letter): Promise<Sent> {
  const turn = await takeTurn(deps);
  try {
    const sealing = await seal(deps, letter);
    if (typeof sealing === 'string') return sealing;
    if ('failed' in sealing) return await giveUp(deps, letter.id, sealing.failed);
    return await deliverLetter(deps, { ...sealing, ...(turn && { turn }) });
  } finally {
    // Of no effect on a turn that the postbox has used.
    turn?.giveBack();
  }
}

/** A letter that cannot be set, for want of an address, is the coordinators' to mend; its desk goes on. */
async function giveUp(deps: Deps, id: number, failed: unknown): Promise<Sent> {
  const reason = failed instanceof Error ? failed.message : String(failed);
  await reportRefusal(deps, id, [{ address: '', kind: 'refused', reason }]);
  await markUnsent(deps.db, id, 'refused', reason);
  return 'refused';
}

/** What becomes of a letter that was begun before. */
async function goOn(deps: Deps, letter: Letter): Promise<Sent> {
  switch (letter.state) {
    case 'ready':
      return 'busy';
    case 'sending':
      return letter.sending_by === deps.bootId ? goOnAfterOutage(deps, letter) : goOnForAnother(deps, letter);
    case 'sent':
      if (letter.kind === 'escalation') await tellTasksOfEscalations(deps, letter);
      return 'sent';
    case 'doubtful':
    case 'refused':
      return letter.state;
    case 'drafted':
      return 'withheld';
    case 'cancelled':
    case 'lapsed':
      return 'cancelled';
  }
}

/** The record went away while we sent it: what it did not hear is told now, and what was not handed over is sent. */
async function goOnAfterOutage(deps: Deps, letter: Letter): Promise<Sent> {
  const fate = fateOf(deps, letter.id);
  if (fate?.kind === 'accepted') return settleAccepted(deps, letter, fate.refused);
  if (fate?.kind === 'uncertain') return settleInterrupted(deps, letter);
  await putBack(deps.db, { id: letter.id, failure: '记录库中断，尚未发出', bootId: deps.bootId });
  return deliver(deps, { ...letter, state: 'ready' });
}

/** A living process goes on by itself; of an ended one's heirs one alone takes the letter over. */
async function goOnForAnother(deps: Deps, letter: Letter): Promise<Sent> {
  const { id, sending_by: sender } = letter;
  if (deps.hasEnded && sender !== null && !(await deps.hasEnded(sender)))
    throw new Error(`函${id}正由另一工作进程发送，稍后再看结果；该进程若已停止，半分钟内接手。`);
  // Before it is ours: if the record goes away now, nobody else remembers that it may have left.
  rememberFate(deps, id, { kind: 'uncertain' });
  if (await takeOver(deps.db, { id, from: sender, to: deps.bootId })) return settleInterrupted(deps, letter);
  forgetFate(deps, id);
  return 'busy';
}
