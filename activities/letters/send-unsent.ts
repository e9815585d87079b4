import type { Letter } from '../../record/letters.js';
import { unsentLetters } from '../../record/sending-letters.js';
import { forEachOf } from '../bulk.js';
import type { Deps } from '../deps.js';
import { sendRead } from './send-letters.js';

type Which = Parameters<typeof unsentLetters>[1];

/** While one lot is on its way the next is sealed; what a crash leaves in doubt is two lots at most. */
const lot = 12;

/** Sends all that waits, and says how many left. */
export async function sendUnsent(deps: Deps, which: Which): Promise<number> {
  return sendInLots(deps, await unsentLetters(deps.db, which));
}

/** Says how many left. */
export async function sendInLots(deps: Deps, letters: readonly Letter[]): Promise<number> {
  let sent = 0;
  await forEachOf(lotsOf(letters), 2, async (some) => {
    const outcomes = await sendRead(deps, some);
    sent += outcomes.filter((outcome) => outcome === 'sent').length;
  });
  return sent;
}

function lotsOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  return Array.from({ length: Math.ceil(letters.length / lot) }, (_, index) =>
    letters.slice(index * lot, (index + 1) * lot),
  );
}
