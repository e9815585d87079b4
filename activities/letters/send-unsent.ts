import { unsentLetters } from '../../record/sending-letters.js';
import { forEachOf } from '../bulk.js';
import type { Deps } from '../deps.js';
import { sendLetters } from './send-letters.js';

type Which = Parameters<typeof unsentLetters>[1];

/** While one lot is on its way the next is sealed; what a crash leaves in doubt is two lots at most. */
const lot = 12;

/** Sends all that waits, and says how many left. */
export async function sendUnsent(deps: Deps, which: Which): Promise<number> {
  const ids = await unsentLetters(deps.db, which);
  let sent = 0;
  await forEachOf(lotsOf(ids), 2, async (some) => {
    const outcomes = await sendLetters(deps, some);
    sent += outcomes.filter((outcome) => outcome === 'sent').length;
  });
  return sent;
}

function lotsOf(ids: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(ids.length / lot) }, (_, index) => ids.slice(index * lot, (index + 1) * lot));
}
