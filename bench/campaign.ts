import { forEachOf } from '../activities/bulk.js';
import { startOnce } from '../activities/start-options.js';
import type { Register, Task } from '../domain/register.js';
import { sampleCampaign } from '../bin/sample-campaign.js';
import type { BriskCadence } from '../domain/cadence.js';
import { saveCampaign } from '../record/campaigns.js';
import * as api from '../workflows/api.js';
import type { Stand } from './stand.js';
import { partsStarted } from './parts-started.js';
import { until } from './within.js';

export interface StoredCampaign {
  readonly campaign: string;
  readonly tasks: readonly Task[];
  /** Parties that lead a task: one opening letter each. */
  readonly leads: readonly string[];
}

export const firstRound = '2026-1';
let stored = 0;

/** Stores the sample register as a new campaign whose first round would open in an hour; nothing is started. */
export async function storeCampaign(
  { db }: Stand,
  cadence: BriskCadence,
  adapted: (register: Register) => Register = (register) => register,
): Promise<StoredCampaign> {
  const sample = await sampleCampaign();
  const register = adapted(sample.register);
  const campaign = `bench-${(stored += 1)}`;
  const anchoredAt = new Date(Date.now() + 3_600_000).toISOString();
  await db.transaction().execute((trx) =>
    saveCampaign(trx, {
      ...sample,
      register,
      id: campaign,
      cadence,
      registerHash: campaign,
      anchoredAt,
      by: 'zqb1',
    }),
  );
  const { tasks } = register;
  return { campaign, tasks, leads: [...new Set(tasks.map(({ lead }) => lead))] };
}

/** A campaign whose tasks and desks all run and wait. */
export async function runCampaign(
  stand: Stand,
  cadence: BriskCadence,
  adapted?: (register: Register) => Register,
): Promise<StoredCampaign> {
  const stored = await storeCampaign(stand, cadence, adapted);
  await startCampaign(stand, stored.campaign);
  await partsStarted(stand, stored.campaign);
  await settled(stand, partIds(stored));
  return stored;
}

export async function startCampaign({ client }: Stand, campaign: string): Promise<void> {
  await client.workflow.start(api.workflowTypes.campaign, {
    ...startOnce,
    workflowId: api.ids.campaign(campaign),
    args: [{ campaign, title: campaign }],
  });
}

/** As the campaign starts it when its time has come. */
export async function startRound({ client }: Stand, campaign: string): Promise<void> {
  await client.workflow.start(api.workflowTypes.round, {
    ...startOnce,
    workflowId: api.ids.round(campaign, firstRound),
    args: [{ campaign, round: firstRound }],
  });
}

export async function tasksReach({ db }: Stand, campaign: string, standing: string, tasks: number): Promise<void> {
  await until(60_000, `${tasks} tasks ${standing}`, async () => {
    const rows = await db.selectFrom('task').select('standing').where('campaign', '=', campaign).execute();
    return rows.filter((row) => row.standing === standing).length >= tasks;
  });
}

/** So many answers to these campaigns have been judged by their tasks, and the record says so. */
export async function answersAccounted(
  { db }: Stand,
  campaigns: readonly StoredCampaign[],
  answers: number,
): Promise<void> {
  const ids = campaigns.map(({ campaign }) => campaign);
  await until(60_000, `${answers} answers accounted`, async () => {
    const accounted = db.selectFrom('answer').select('id').where('accounted_at', 'is not', null);
    return (await accounted.where('campaign', 'in', ids).execute()).length >= answers;
  });
}

/** All first turns are over: what is measured next is not slowed by what was started before. */
export async function settled({ client }: Stand, ids: readonly string[]): Promise<void> {
  await forEachOf(ids, 16, (id) =>
    until(
      60_000,
      `the first turn of ${id}`,
      async () => (await client.workflow.getHandle(id).describe()).historyLength >= 4,
    ),
  );
}

export function partIds({ campaign, tasks, leads }: StoredCampaign): readonly string[] {
  return [
    ...tasks.map(({ number }) => api.ids.task(campaign, number)),
    ...[...leads, api.officeDesk, api.coordinatorsDesk].map((desk) => api.ids.desk(campaign, desk)),
  ];
}

/** Nothing of a run that is measured goes on while the next one is. */
export async function retire(stand: Stand, stored: StoredCampaign): Promise<void> {
  const { campaign } = stored;
  await terminate(stand, [api.ids.campaign(campaign), api.ids.round(campaign, firstRound), ...partIds(stored)]);
}

/** Those that have ended, or never began, are no trouble. */
export async function terminate({ client }: Stand, ids: readonly string[]): Promise<void> {
  await forEachOf(ids, 32, async (id) => {
    await client.workflow
      .getHandle(id)
      .terminate()
      .catch(() => undefined);
  });
}
