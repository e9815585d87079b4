import { unsentLetters } from '../../record/letters.js';
import { forEachOf } from '../bulk.js';
import type { Deps } from '../deps.js';
import { sendLetter } from './send-letter.js';

type Which = Parameters<typeof unsentLetters>[1];

/** Sends all that waits, a few at a time, and says how many left. */
export async function sendUnsent(deps: Deps, which: Which): Promise<number> {
  let sent = 0;
  await forEachOf(await unsentLetters(deps.db, which), 8, async (id) => {
    if ((await sendLetter(deps, id)) === 'sent') sent += 1;
  });
  return sent;
}
