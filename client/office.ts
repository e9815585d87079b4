import { createHash } from 'node:crypto';
import type { UpdateDefinition } from '@temporalio/common';
import type { CampaignInput, CampaignProgress, Order } from '../workflows/api.js';

export type CampaignStart = 'started' | 'running' | 'ended';

/** The running office: what the client orders through Temporal. Refusals are thrown as their sentence. */
export interface Office {
  /** Starts the campaign's workflow unless it runs or has run. */
  readonly startCampaign: (input: CampaignInput) => Promise<CampaignStart>;
  /** Sends an Update to the workflow `to` and waits for its reply. */
  readonly order: <Reply, Said extends Order>(
    to: string,
    update: UpdateDefinition<Reply, [Said]>,
    said: Said,
  ) => Promise<Reply>;
  readonly progress: (campaign: string) => Promise<CampaignProgress>;
}

/** The same order of one invocation has one id, so that a request that was sent twice counts once. */
export function orderId(invokedAt: Date, to: string, update: string, said: Order): string {
  const text = JSON.stringify([invokedAt.toISOString(), to, update, said]);
  return `${update}-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
}
