import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { ids } from '../workflows/api.js';
import { readRounds } from '../record/rounds.js';
import { forEachOf } from './bulk.js';
import type { Deps } from './deps.js';

/**
 * Lays the campaign's histories down, before its workflows end and the engine forgets them one day: JSON as Temporal UI
 * and the replayer read it. (It takes one copy of protobufjs for all of the SDK, which is why package.json names it.)
 */
export async function exportHistories(deps: Deps, campaign: string, parts: readonly string[]): Promise<void> {
  const folder = join(deps.outFolder, campaign, 'histories');
  await mkdir(folder, { recursive: true });
  const rounds = (await readRounds(deps.db, campaign)).filter(({ state }) => state === 'closed');
  const all = [ids.campaign(campaign), ...rounds.map(({ round }) => ids.round(campaign, round)), ...parts];
  await forEachOf(all, 8, async (id) => {
    const history = await deps.client.workflow.getHandle(id).fetchHistory();
    await writeFile(join(folder, `${id.slice(campaign.length + 1).replaceAll('/', '-')}.json`), historyToJSON(history));
  });
}
