import { retire, startCampaign, storeCampaign, terminate } from './campaign.js';
import { benchCadence } from './bench-cadence.js';
import type { Bench } from './line.js';
import { compare, inPairs } from './pairs.js';
import { openPairedStand, type PairedStand } from './stand.js';
import { within } from './within.js';

const limit = 1.3;

/** From the order that starts a campaign until its 106 tasks and all desks are started, for each workflow started. */
export const start: Bench = {
  name: 'start',
  run: async () => {
    let partsStarted: ((parts: { tasks: number; desks: number }) => void) | undefined;
    const stand = await openPairedStand({
      watching: (activities) => ({
        ...activities,
        startParts: async (of) => {
          const parts = await activities.startParts(of);
          partsStarted?.(parts);
          return parts;
        },
      }),
    });
    try {
      let workflows = 0;
      const ours = async () => {
        const stored = await storeCampaign(stand, benchCadence());
        const began = performance.now();
        const started = new Promise<{ tasks: number; desks: number }>((resolve) => (partsStarted = resolve));
        await startCampaign(stand, stored.campaign);
        const { tasks, desks } = await within(60_000, 'the start of a campaign', started);
        const ms = performance.now() - began;
        await retire(stand, stored);
        workflows = 1 + tasks + desks;
        return ms / workflows;
      };
      const compared = compare(await inPairs(5, { ours, floor: () => bareStart(stand, workflows || 144) }));
      const seconds = (compared.ours * workflows) / 1000;
      return [
        { bench: 'start', ...compared, limit, ok: compared.ratio <= limit, unit: 'ms a workflow', workflows, seconds },
      ];
    } finally {
      await stand.close();
    }
  },
};

async function bareStart(stand: PairedStand, count: number): Promise<number> {
  const began = performance.now();
  const ids = await stand.floor.start('bareWait', count);
  const ms = performance.now() - began;
  await terminate(stand, ids);
  return ms / count;
}
