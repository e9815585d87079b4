import { createAnswerBatch } from '../record/answer-batch.js';
import type { NewAnswer } from '../record/store-answers.js';
import { answerSignal, answerUpdate, ids, type StoredAnswer } from '../workflows/api.js';
import { benchCadence } from './bench-cadence.js';
import {
  answersAccounted,
  firstRound,
  retire,
  runCampaign,
  settled,
  startRound,
  type StoredCampaign,
  tasksReach,
  terminate,
} from './campaign.js';
import { goUpdate } from './floor/workflows.js';
import { type Bench, type Line, median, rounded } from './line.js';
import { compare, inPairs } from './pairs.js';
import { openPairedStand, type PairedStand } from './stand.js';

const limits = { stored: 3, accounted: 0.6 } as const;

/** Answers a second, 106 at once. */
interface Rates {
  /** From the first caller to the last acknowledgement: in the record, on disk. */
  readonly stored: number;
  /** From the first caller until the last task has judged its answer and the record says so. */
  readonly accounted: number;
}

/** 106 answers at once, each by a caller of its own, against 106 bare updates with one activity each. */
export const answers: Bench = {
  name: 'answers',
  run: async () => {
    const stand = await openPairedStand();
    try {
      const updated = await inPairs(3, { ours: () => answerAll(stand, byUpdate), floor: () => bareUpdates(stand) });
      const signalled = [
        await answerAll(stand, bySignal),
        await answerAll(stand, bySignal),
        await answerAll(stand, bySignal),
      ];
      const line = (measure: keyof Rates): Line => {
        const of = (rates: readonly Rates[]) => rates.map((rate) => rate[measure]);
        const compared = compare({ ours: of(updated.ours), floor: of(updated.floor) });
        const limit = limits[measure];
        return {
          bench: `answers.${measure}`,
          ...compared,
          limit,
          atLeast: true,
          ok: compared.ratio >= limit,
          unit: 'answers/s',
        };
      };
      const bySignals = rounded(median(signalled.map(({ accounted }) => accounted)));
      return [line('stored'), { ...line('accounted'), bySignals }];
    } finally {
      await stand.close();
    }
  },
};

type Deliver = (stand: PairedStand, campaign: string, task: number, stored: StoredAnswer) => Promise<unknown>;

/** Somebody waits for the read-back. */
const byUpdate: Deliver = ({ client }, campaign, task, stored) =>
  client.workflow
    .getHandle(ids.task(campaign, task))
    .executeUpdate(answerUpdate, { args: [stored], updateId: stored.answerId });

/** Nobody waits: what mail brings. */
const bySignal: Deliver = ({ client }, campaign, task, stored) =>
  client.workflow.getHandle(ids.task(campaign, task)).signal(answerSignal, stored);

async function answerAll(stand: PairedStand, deliver: Deliver): Promise<Rates> {
  const opened = await runCampaign(stand, benchCadence());
  const { campaign, tasks } = opened;
  await startRound(stand, campaign);
  await tasksReach(stand, campaign, 'asked', tasks.length);
  const batch = createAnswerBatch(stand.db);
  const began = performance.now();
  const sinceBegan = () => (performance.now() - began) / 1000;
  let stored = 0;
  await Promise.all(
    answersOf(opened).map(async (answer) => {
      await batch.store([answer]);
      stored = sinceBegan();
      const { round, answerId, party, receivedAt } = answer;
      await deliver(stand, campaign, answer.task, { round, answerId, party, receivedAt });
    }),
  );
  await answersAccounted(stand, [opened], tasks.length);
  const accounted = sinceBegan();
  await retire(stand, opened);
  return { stored: tasks.length / stored, accounted: tasks.length / accounted };
}

function answersOf({ campaign, tasks }: StoredCampaign): readonly NewAnswer[] {
  const receivedAt = new Date().toISOString();
  return tasks.map(({ number, lead }) => ({
    campaign,
    task: number,
    round: firstRound,
    answerId: `form-${number}`,
    party: lead,
    channel: 'form',
    by: `${lead}:form`,
    receivedAt,
    content: { rating: 'onTrack', figures: [], progress: '按计划推进，已完成阶段任务。' },
  }));
}

async function bareUpdates(stand: PairedStand): Promise<Rates> {
  const count = 106;
  stand.floor.acts(() => Promise.resolve());
  const workflows = await stand.floor.start('bareUpdate', count);
  await settled(stand, workflows);
  const began = performance.now();
  await Promise.all(
    workflows.map((id, item) => stand.client.workflow.getHandle(id).executeUpdate(goUpdate, { args: [item] })),
  );
  const rate = count / ((performance.now() - began) / 1000);
  await terminate(stand, workflows);
  return { stored: rate, accounted: rate };
}
