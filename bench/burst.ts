import { setTimeout as wait } from 'node:timers/promises';
import { briskCadence } from '../domain/cadence.js';
import { benchCadence } from './bench-cadence.js';
import { firstRound, retire, runCampaign, settled, startRound, tasksReach, terminate } from './campaign.js';
import { type Bench, median, rounded } from './line.js';
import { compare, inPairs } from './pairs.js';
import { openPairedStand, type PairedStand } from './stand.js';
import { within } from './within.js';

const limit = 1.2;
/** From the opening to the overdue instant: long enough for letters and tasks of the opening to come to rest. */
const overdueMs = 30_000;
/** The shortest that a cadence has by itself: the brisk one; a calendar campaign lets a minute pass. */
const { settleMs } = briskCadence;
/** Long enough to start 106 bare workflows. */
const bareMs = 12_000;

interface Burst {
  readonly ms: number;
  /** From the instant to the last of the 106 transitions in the record; the desks wait for them in the settle time. */
  readonly recordedMs?: number;
}

/**
 * From an overdue instant that 106 tasks share until the last desk's letter is accepted, less the settle time; against
 * 106 bare timers with one activity each.
 */
export const burst: Bench = {
  name: 'burst',
  run: async () => {
    let recorded: (() => void) | undefined;
    const stand = await openPairedStand({
      watching: (activities) => ({
        ...activities,
        recordTransition: async (written) => {
          await activities.recordTransition(written);
          if (written.event === 'overdue') recorded?.();
        },
      }),
    });
    const onRecorded = (listener: () => void): void => void (recorded = listener);
    try {
      const paired = await inPairs(5, { ours: () => overdue(stand, onRecorded), floor: () => bareTimers(stand) });
      const of = (bursts: readonly Burst[]) => bursts.map(({ ms }) => ms / 1000);
      const compared = compare({ ours: of(paired.ours), floor: of(paired.floor) });
      const recordedMs = median(paired.ours.flatMap((run) => run.recordedMs ?? []));
      const beside = {
        settle: settleMs / 1000,
        withSettle: rounded(compared.ours + settleMs / 1000),
        recorded: recordedMs / 1000,
      };
      return [{ bench: 'burst', ...compared, limit, ok: compared.ratio <= limit, unit: 's', ...beside }];
    } finally {
      await stand.close();
    }
  },
};

async function overdue(stand: PairedStand, onRecorded: (listener: () => void) => void): Promise<Burst> {
  const stored = await runCampaign(stand, benchCadence({ overdueMs, settleMs }));
  const { campaign, leads, tasks } = stored;
  await startRound(stand, campaign);
  await tasksReach(stand, campaign, 'asked', tasks.length);
  const instant = (await opensAt(stand, campaign)) + overdueMs;
  // Of a ladder that was slow to open nothing fair can be measured.
  if (Date.now() > instant - 1_000)
    throw new Error(`the round of ${campaign} opened too slowly for a burst in ${overdueMs} ms`);
  let last = 0;
  onRecorded(() => (last = Date.now()));
  const accepted = stand.sink.accepts(leads.length);
  const ms = (await within(60_000, `the overdue letter ${leads.length}`, accepted)) - instant - settleMs;
  await tasksReach(stand, campaign, 'overdue', tasks.length);
  await retire(stand, stored);
  return { ms, recordedMs: last - instant };
}

async function opensAt({ db }: PairedStand, campaign: string): Promise<number> {
  const { opens_at } = await db
    .selectFrom('round')
    .select('opens_at')
    .where('campaign', '=', campaign)
    .where('id', '=', firstRound)
    .executeTakeFirstOrThrow();
  return Date.parse(opens_at);
}

async function bareTimers(stand: PairedStand): Promise<Burst> {
  const count = 106;
  let done = 0;
  let finish: ((at: number) => void) | undefined;
  const finished = new Promise<number>((resolve) => (finish = resolve));
  stand.floor.acts(() => {
    done += 1;
    if (done === count) finish?.(Date.now());
    return Promise.resolve();
  });
  const instant = Date.now() + bareMs;
  const ids = await stand.floor.start('bareTimer', count, [instant]);
  await settled(stand, ids);
  await wait(Math.max(0, instant - Date.now()));
  const ms = (await within(60_000, 'the last bare activity', finished)) - instant;
  await terminate(stand, ids);
  return { ms };
}
