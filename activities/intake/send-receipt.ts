import { setTimeout as wait } from 'node:timers/promises';
import { lettersByKey } from '../../record/letters.js';
import { countUnjudged } from '../../record/mail-answers.js';
import type { Deps } from '../deps.js';
import { sendRead, type Sent } from '../letters/send-letters.js';
import type { ArrivedTogether } from './judge-together.js';
import { receiptsOf, writeReceipts } from './write-receipts.js';

export interface ToAcknowledge {
  readonly mail: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Accounting takes a fraction of a second; where for five nothing more was accounted, the receipts go without it. */
const patienceMs = 5_000;
/** Between two looks: soon at first, for mostly a few hundredths are enough. */
const pauses = { firstMs: 10, lastMs: 100, factor: 1.5 } as const;

/** Reads back to the sender what one mail said; `nobody` where there is none. */
export async function sendReceipt(deps: Deps, { mail, at }: ToAcknowledge): Promise<Sent | 'nobody'> {
  await accounted(deps, [mail]);
  const letters = await lettersByKey(deps.db, await writeReceipts(deps, [mail], at));
  const [sent = 'nobody'] = await sendRead(deps, letters);
  return sent;
}

/** The same for mails that arrived together. Those that nobody is told of have no receipt in the outbox. */
export async function sendReceipts(deps: Deps, { mails }: Pick<ArrivedTogether, 'mails'>): Promise<number> {
  await accounted(deps, mails);
  return (await sendRead(deps, await receiptsOf(deps, mails))).length;
}

async function accounted({ db }: Deps, mails: readonly string[]): Promise<void> {
  let open = Number.POSITIVE_INFINITY;
  let giveUpAt = 0;
  for (let pauseMs: number = pauses.firstMs; ; pauseMs = Math.min(pauseMs * pauses.factor, pauses.lastMs)) {
    const stillOpen = await countUnjudged(db, mails);
    if (stillOpen < open) giveUpAt = performance.now() + patienceMs;
    if (stillOpen === 0 || performance.now() > giveUpAt) return;
    open = stillOpen;
    await wait(pauseMs);
  }
}
