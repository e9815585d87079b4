import { heartbeat } from '@temporalio/activity';
import { rememberReads } from '../../record/remember-reads.js';
import { inContext } from '../in-context.js';
import type { Deps } from '../deps.js';
import type { IntakeVerdict } from './intake-verdict.js';
import { enterWeighed, type Weighed, weighArrived } from './judge-arrived.js';
import { startIntake } from './start-intake.js';
import { writeReceipts } from './write-receipts.js';

export interface ArrivedTogether {
  readonly mails: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the workflow is told of its mails. It goes into payloads: no names of persons, addresses or answer text. */
export interface TogetherVerdict {
  /** A line a mail in Chinese, of the first ones; how many more there are. */
  readonly headlines: readonly string[];
  readonly more: number;
  /** Mails that got an intake of their own: a coordinator has to decide, or judging them failed. */
  readonly apart: number;
  /** How many answers lie in the record and are to go to their tasks. */
  readonly answers: number;
  readonly receipts: number;
}

/** Entered in one transaction; the record is read once for all of them. */
const together = 50;
/** One mail may wait for the thread that reads workbooks, and the largest lie in memory. */
const weighedAtOnce = 4;
const headlinesAtMost = 40;

/**
 * Judges mails that arrived together. What is held, or cannot be judged, goes on by itself: it gets an intake of its
 * own and holds up no other. Run again after a crash, it changes nothing that was entered.
 */
export async function judgeTogether(deps: Deps, { mails, at }: ArrivedTogether): Promise<TogetherVerdict> {
  const verdicts: IntakeVerdict[] = [];
  const apart: string[] = [];
  let failure: unknown;
  for (let first = 0; first < mails.length; first += together) {
    const some = mails.slice(first, first + together);
    const judged = await judgeSome(deps, some, at);
    for (const [index, outcome] of judged.entries()) {
      const mail = some[index] ?? '';
      if (outcome.status === 'rejected') failure = outcome.reason;
      if (outcome.status === 'rejected' || outcome.value.state === 'held') apart.push(mail);
      if (outcome.status === 'fulfilled') verdicts.push(outcome.value);
    }
    const worth = some.filter((_mail, index) => isWorthReceipt(judged[index]));
    await writeReceipts(deps, worth, at);
  }
  // Nothing went well: not the mails are at fault.
  if (verdicts.length === 0 && failure !== undefined) throw failure;
  for (const mail of apart) await startIntake(deps, [mail]);
  const plain = verdicts.filter(({ state }) => state !== 'held');
  return {
    headlines: verdicts.slice(0, headlinesAtMost).map(({ headline }) => headline),
    more: Math.max(0, verdicts.length - headlinesAtMost),
    apart: apart.length,
    answers: plain.reduce((sum, { answers }) => sum + answers, 0),
    receipts: plain.filter(({ receipt }) => receipt).length,
  };
}

async function judgeSome(
  deps: Deps,
  mails: readonly string[],
  at: number,
): Promise<readonly PromiseSettledResult<IntakeVerdict>[]> {
  const weighed = await weighAll({ ...deps, db: rememberReads(deps.db) }, mails);
  return Promise.allSettled(
    weighed.map(async (outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason;
      return enterWeighed(deps, outcome.value, at);
    }),
  );
}

async function weighAll(deps: Deps, mails: readonly string[]): Promise<readonly PromiseSettledResult<Weighed>[]> {
  const outcomes: PromiseSettledResult<Weighed>[] = [];
  const queue = [...mails.entries()];
  const weigh = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, mail] = next;
      const [outcome] = await Promise.allSettled([weighArrived(deps, mail)]);
      outcomes[index] = outcome;
      if (inContext()) heartbeat();
    }
  };
  await Promise.all(Array.from({ length: weighedAtOnce }, weigh));
  return outcomes;
}

function isWorthReceipt(outcome: PromiseSettledResult<IntakeVerdict> | undefined): boolean {
  return outcome?.status === 'fulfilled' && outcome.value.receipt && outcome.value.state !== 'held';
}
