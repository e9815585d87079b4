import { setTimeout as wait } from 'node:timers/promises';
import { forEachOf } from '../../activities/bulk.js';
import type { Register, Task } from '../../domain/register.js';
import * as api from '../../workflows/api.js';
import { benchCadence } from '../bench-cadence.js';
import { firstRound, retire, runCampaign, startRound, type StoredCampaign, tasksReach } from '../campaign.js';
import type { Stand } from '../stand.js';
import { until } from '../within.js';
import { reply } from './reply.js';

/** History of a workflow, as the server counts it. */
export interface Cost {
  readonly events: number;
  readonly bytes: number;
}

export interface RoundCost {
  /** Each task alone, from before the opening until after the closing. */
  readonly answered: readonly Cost[];
  readonly missed: readonly Cost[];
  /** The changes that a missed task went through. */
  readonly walked: readonly string[];
  /** What a task costs before its first round. */
  readonly started: Cost;
  /** What a task bears of the desks and of the round, and an answered one of the intakes too. */
  readonly share: Cost;
  readonly intakeShare: Cost;
}

/** Far enough apart that a slow machine reaches each step before the next. */
const cadence = benchCadence({
  reminderMs: 12_000,
  answerByMs: 18_000,
  callsMs: 20_000,
  overdueMs: 24_000,
  secondOverdueMs: 32_000,
  escalationMs: 40_000,
  closesMs: 50_000,
  settleMs: 1_000,
  workdayMs: 10_000,
});

/** One round on the real engine: every other party answers by mail in time, the others are silent to the end. */
export async function walkRound(stand: Stand, adapted: (register: Register) => Register): Promise<RoundCost> {
  const stored = await runCampaign(stand, cadence, (register) => withoutSignature(adapted(register)));
  const { campaign, leads, tasks } = stored;
  const before = await costs(stand, partIdsOf(stored));
  await startRound(stand, campaign);
  await tasksReach(stand, campaign, 'asked', tasks.length);
  const intakes = await answerInTime(stand, stored, new Set(leads.filter((_lead, index) => index % 2 === 0)));
  await closed(stand, campaign);
  const after = await costs(stand, partIdsOf(stored));
  const alone = (id: string) => less(after.get(id), before.get(id));
  const standing = await standings(stand, campaign);
  const inStanding = (wanted: string) =>
    tasks
      .filter(({ number }) => standing.get(number) === wanted)
      .map(({ number }) => alone(api.ids.task(campaign, number)));
  const desks = deskIds(stored).map(alone);
  const round = await costs(stand, [api.ids.round(campaign, firstRound)]);
  const mails = await costs(stand, intakes.map(api.ids.intake));
  const answered = inStanding('answered');
  const result = {
    answered,
    missed: inStanding('missed'),
    walked: await stepsOf(stand, campaign, tasks.find(({ number }) => standing.get(number) === 'missed')?.number ?? 0),
    started: before.get(api.ids.task(campaign, tasks[0]?.number ?? 1)) ?? nothing,
    share: over(tasks.length, [...desks, ...round.values()]),
    intakeShare: over(answered.length, [...mails.values()]),
  };
  await retire(stand, stored);
  return result;
}

const nothing: Cost = { events: 0, bytes: 0 };

/** The 督办函 leaves by itself here: a signature is the desk's cost and the coordinator's time. */
function withoutSignature(register: Register): Register {
  return { ...register, campaign: { ...register.campaign, escalation: 'automatic' } };
}

async function answerInTime(stand: Stand, stored: StoredCampaign, parties: ReadonlySet<string>): Promise<string[]> {
  const { campaign, tasks } = stored;
  const mails: string[] = [];
  for (const party of parties) {
    const own: readonly Task[] = tasks.filter(({ lead }) => lead === party);
    mails.push((await reply(stand, { campaign, party, tasks: own })).mail);
  }
  return mails;
}

async function closed(stand: Stand, campaign: string): Promise<void> {
  await until(180_000, `the closing of ${campaign}`, async () => {
    const row = await stand.db
      .selectFrom('round')
      .select('state')
      .where('campaign', '=', campaign)
      .where('id', '=', firstRound)
      .executeTakeFirstOrThrow();
    return row.state === 'closed';
  });
  // The turns that closed the tasks are still to be acknowledged.
  await wait(2_000);
}

async function standings({ db }: Stand, campaign: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('task').select(['number', 'standing']).where('campaign', '=', campaign).execute();
  return new Map(rows.map(({ number, standing }) => [number, standing]));
}

async function stepsOf({ db }: Stand, campaign: string, task: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('transition')
    .select('event')
    .where('campaign', '=', campaign)
    .where('task', '=', task)
    .orderBy('sequence')
    .execute();
  return rows.map(({ event }) => event);
}

async function costs({ client }: Stand, ids: readonly string[]): Promise<ReadonlyMap<string, Cost>> {
  const found = new Map<string, Cost>();
  await forEachOf(ids, 16, async (id) => {
    const { historyLength, historySize } = await client.workflow.getHandle(id).describe();
    found.set(id, { events: historyLength, bytes: historySize ?? 0 });
  });
  return found;
}

function partIdsOf(stored: StoredCampaign): readonly string[] {
  return [...stored.tasks.map(({ number }) => api.ids.task(stored.campaign, number)), ...deskIds(stored)];
}

function deskIds({ campaign, leads }: StoredCampaign): readonly string[] {
  return [...leads, api.officeDesk, api.coordinatorsDesk].map((desk) => api.ids.desk(campaign, desk));
}

function less(after: Cost = nothing, before: Cost = nothing): Cost {
  return { events: after.events - before.events, bytes: after.bytes - before.bytes };
}

function over(count: number, parts: readonly Cost[]): Cost {
  const sum = (of: (cost: Cost) => number) => parts.reduce((total, part) => total + of(part), 0);
  return { events: sum(({ events }) => events) / count, bytes: sum(({ bytes }) => bytes) / count };
}
