import { findLetter } from '../../record/letters.js';
import type { Db } from '../../record/schema.js';
import { ids, type SignOutcome, signUpdate } from '../../workflows/api.js';
import { knownCampaign, refuseStranger } from './known.js';
import type { SendUpdate } from './send-update.js';
import { refused } from './refuse.js';
import { updateProblem } from './update-problem.js';

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
    throw updateProblem(problem, {
      ended: ({ deskEnded }) => deskEnded(letter),
      unknown: ({ signUnknown }) => signUnknown(letter),
    });
  }
}
