import { registerHash } from '../config/register/register-hash.js';
import type { CampaignDifference } from '../domain/office-requests.js';
import { addUpdate, ids } from '../workflows/api.js';
import type { Board } from './board.js';
import type { Office } from './office.js';
import type { CampaignFile } from './read-campaign-file.js';

export interface StartRequest extends CampaignFile {
  readonly by: string;
  /** ISO instant from which a brisk cadence counts. */
  readonly anchoredAt: string;
}

/**
 * What a start came to: `started` anew, `finished` where an earlier start had broken half-way, `running` where the
 * same campaign ran already, `ended` where it has run, `differs` where another register runs under its id.
 */
export type StartOutcome =
  | { readonly outcome: 'started' | 'finished' | 'running' | 'ended' }
  | { readonly outcome: 'differs'; readonly differences: readonly CampaignDifference[] };

/** Stores the campaign, then starts its workflow; safe to repeat at any point where it may have broken off. */
export async function startCampaign(
  board: Pick<Board, 'storeCampaign'>,
  office: Office,
  request: StartRequest,
): Promise<StartOutcome> {
  const { id, year, register, cadence, quietDays, by, anchoredAt } = request;
  const hash = registerHash({ ...register, cadence, quietDays });
  const stored = await board.storeCampaign({ id, year, register, cadence, quietDays, hash, anchoredAt, by });
  if (stored.outcome === 'differs') return stored;
  switch (await office.startCampaign({ campaign: id, title: register.campaign.title })) {
    case 'started':
      return { outcome: stored.outcome === 'saved' ? 'started' : 'finished' };
    case 'running':
      await office.order(ids.campaign(id), addUpdate, { by, why: 'start' });
      return { outcome: 'running' };
    case 'ended':
      return { outcome: 'ended' };
  }
}
