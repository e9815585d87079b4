import { forEachOf } from '../activities/bulk.js';
import { benchCadence } from './bench-cadence.js';
import { firstRound, retire, runCampaign, settled, startRound, tasksReach, terminate } from './campaign.js';
import { goSignal } from './floor/workflows.js';
import type { Bench } from './line.js';
import { compare, inPairs } from './pairs.js';
import { openPairedStand, type PairedStand } from './stand.js';
import { within } from './within.js';

const limit = 1.5;
const aim = 0.7;
const letters = 35;

/** From the start of a round until its 35th opening letter is accepted. Openings are one list and have no settle time. */
export const open: Bench = {
  name: 'open',
  run: async () => {
    const stand = await openPairedStand();
    try {
      const raw = await sampleLetter(stand);
      const paired = await inPairs(5, { ours: () => openRound(stand), floor: () => bareSignals(stand, raw) });
      const compared = compare(paired);
      return [{ bench: 'open', ...compared, limit, aim, ok: compared.ratio <= limit, unit: 's', letters, settleMs: 0 }];
    } finally {
      await stand.close();
    }
  },
};

async function openRound(stand: PairedStand): Promise<number> {
  const stored = await runCampaign(stand, benchCadence());
  const { campaign, leads, tasks } = stored;
  const accepted = stand.sink.accepts(leads.length);
  const began = Date.now();
  await startRound(stand, campaign);
  const seconds = ((await within(60_000, `the opening letter ${leads.length}`, accepted)) - began) / 1000;
  await tasksReach(stand, campaign, 'asked', tasks.length);
  await retire(stand, stored);
  return seconds;
}

async function bareSignals(stand: PairedStand, raw: Buffer): Promise<number> {
  stand.floor.acts(async (item) => {
    await stand.postbox.deliver({ raw, envelope: { from: 'bench@ln.example', to: [`${item}@ln.example`] } });
  });
  const ids = await stand.floor.start('bareSignal', letters);
  await settled(stand, ids);
  const accepted = stand.sink.accepts(letters);
  const began = Date.now();
  await forEachOf([...ids.entries()], 32, ([item, id]) => stand.client.workflow.getHandle(id).signal(goSignal, item));
  const seconds = ((await within(60_000, 'the last bare mail', accepted)) - began) / 1000;
  await terminate(stand, ids);
  return seconds;
}

/** One of our own letters, so that both sides send as many bytes. */
async function sampleLetter(stand: PairedStand): Promise<Buffer> {
  await openRound(stand);
  const { raw } = await stand.db
    .selectFrom('letter')
    .select('raw')
    .where('round', '=', firstRound)
    .where('kind', '=', 'opening')
    .limit(1)
    .executeTakeFirstOrThrow();
  return Buffer.from(await stand.deps.files.get(raw ?? ''));
}
