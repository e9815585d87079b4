import { campaignQuery, ids } from '../workflows/api.js';
import type { Stand } from './stand.js';
import { until } from './within.js';

export async function partsStarted({ client }: Stand, campaign: string): Promise<void> {
  const handle = client.workflow.getHandle(ids.campaign(campaign));
  await until(60_000, `the start of ${campaign}`, async () => {
    const { state, nextRound } = await handle.query(campaignQuery);
    return state === 'running' && nextRound !== null;
  });
}
