import type { CampaignEntry } from '../domain/board.js';
import type { Coordinator } from '../domain/register.js';
import type { Board } from './board.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

/** The campaign that is meant: the one named, else the only one that is not closed. */
export async function chooseCampaign(board: Board, words: Words, wanted?: string): Promise<CampaignEntry> {
  const campaigns = await board.campaigns();
  if (wanted !== undefined) return named(campaigns, wanted, words);
  const [only, ...others] = campaigns.filter(({ state }) => state !== 'closed');
  if (only === undefined) throw mistake(words.noCampaign(campaigns.map(({ id }) => id)));
  if (others.length > 0) throw mistake(words.whichCampaign([only, ...others].map(({ id }) => id)));
  return only;
}

function named(campaigns: readonly CampaignEntry[], wanted: string, words: Words): CampaignEntry {
  const campaign = campaigns.find(({ id }) => id === wanted);
  if (campaign !== undefined) return campaign;
  throw mistake(
    words.unknownCampaign(
      wanted,
      campaigns.map(({ id }) => id),
    ),
  );
}

/** The coordinator who gives an order; nobody is taken for granted. */
export function checkCoordinator(
  coordinators: readonly Pick<Coordinator, 'code' | 'name'>[],
  given: string | undefined,
  words: Words,
): string {
  const known = coordinators.map(({ code, name }) => `${code} ${name}`);
  if (given === undefined) throw mistake(words.whoOrders(known));
  if (!coordinators.some(({ code }) => code === given)) throw mistake(words.unknownCoordinator(given, known));
  return given;
}
