import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { findLetter } from '../../record/letters.js';
import { refusal } from '../../record/refusal.js';
import type { Db } from '../../record/schema.js';
import { ids, type SignOutcome, signUpdate } from '../../workflows/api.js';
import { innermost } from './innermost.js';
import { knownCampaign, refuseStranger } from './known.js';
import type { SendUpdate } from './send-update.js';
import { refused } from './refuse.js';

interface Signing {
  readonly campaign: string;
  readonly letter: number;
  readonly by: string;
}

/** Signing sends the letter, too. */
const withinMs = 30_000;

export async function signLetter(
  { db, send }: { readonly db: Db; readonly send: SendUpdate },
  { campaign, letter, by }: Signing,
): Promise<SignOutcome> {
  refuseStranger(await knownCampaign(db, campaign), by);
  const found = await findLetter(db, letter);
  if (found?.campaign !== campaign) {
    throw refused(({ noLetter }) => noLetter(campaign, letter));
  }
  try {
    return await send(ids.desk(campaign, found.desk), signUpdate, { by, letter }, { withinMs });
  } catch (problem) {
    throw inWords(problem, letter);
  }
}

function inWords(problem: unknown, letter: number): unknown {
  if (problem instanceof WorkflowUpdateFailedError) return refusal(innermost(problem).message, problem);
  if (problem instanceof WorkflowNotFoundError) {
    return refused(({ deskEnded }) => deskEnded(letter), problem);
  }
  if (problem instanceof WorkflowUpdateRPCTimeoutOrCancelledError) {
    return refused(({ signUnknown }) => signUnknown(letter), problem);
  }
  return problem;
}
