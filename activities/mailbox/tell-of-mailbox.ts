import { listCampaigns } from '../../record/campaigns.js';
import type { Deps } from '../deps.js';
import { tellCoordinators } from '../tell-coordinators.js';

interface News {
  readonly about: string;
  /** Told again on another day, should it last or come back. */
  readonly daily?: boolean;
  readonly text: string;
}

/** The mailbox is the office's: the coordinators of every campaign that is not closed are told, once. */
export async function tellOfMailbox(deps: Deps, { about, daily = false, text }: News): Promise<void> {
  const matter = `mailbox/${about}${daily ? `/${deps.now().toISOString().slice(0, 10)}` : ''}`;
  for (const { id, state } of await listCampaigns(deps.db))
    if (state !== 'closed') await tellCoordinators(deps, { campaign: id, about: matter, text });
}
