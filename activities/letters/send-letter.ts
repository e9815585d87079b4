import { readLetter } from '../../record/letters.js';
import type { Deps } from '../deps.js';
import { deliverLetter, settleInterrupted } from './deliver-letter.js';
import { sealLetter } from './seal-letter.js';
import { tellTasksOfEscalation } from './tell-tasks.js';

export type Sent = 'sent' | 'cancelled' | 'withheld' | 'refused' | 'doubtful' | 'busy';

/**
 * Sends one letter at most once that we know of: what is sent is written as `sending` before the first byte leaves, and
 * a letter found in `sending` by another process is looked up before anything is sent again.
 */
export async function sendLetter(deps: Deps, id: number): Promise<Sent> {
  const letter = await readLetter(deps.db, id);
  switch (letter.state) {
    case 'ready': {
      const sealed = await deps.db.transaction().execute((trx) => sealLetter(trx, deps, id));
      return typeof sealed === 'string' ? sealed : deliverLetter(deps, sealed);
    }
    case 'sending':
      return letter.sending_by === deps.bootId ? 'busy' : settleInterrupted(deps, letter);
    case 'sent':
      await tellTasksOfEscalation(deps, letter);
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
