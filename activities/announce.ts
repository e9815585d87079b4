import { campaignRow } from '../record/office-facts.js';
import { dueSignal, ids } from '../workflows/api.js';
import type { Deps } from './deps.js';
import { ifRunning } from './if-running.js';

type Parts = Pick<Deps, 'client' | 'db' | 'now'>;

/** What this process told lately, and how long its campaigns let things settle. */
interface Memory {
  readonly told: Map<string, Promise<void>>;
  readonly settleMs: Map<string, Promise<number>>;
}
/** The desk wakes by the engine's clock, which need not be ours. */
const skewMs = (settleMs: number): number => Math.min(settleMs / 10, 10_000);
const rememberedMs = 10 * 60_000;
const memories = new WeakMap<object, Memory>();

/**
 * Tells a desk that something is due to it at an instant (epoch ms). A desk writes its settle time after the instant, so
 * one word until then serves every task: at an overdue instant 35 signals go out instead of 106. What was told is
 * forgotten with the process, and harmless then: the step is recorded again and its desk is told again.
 */
export async function announce(parts: Parts, campaign: string, desk: string, at: number): Promise<void> {
  const { told } = memoryOf(parts);
  const name = `${campaign} ${desk} ${at}`;
  const settleMs = await settleMsOf(parts, campaign);
  const left = at + settleMs - skewMs(settleMs) - parts.now().getTime();
  if (left <= 0) return tell(parts, campaign, desk, at);
  const telling = told.get(name) ?? tell(parts, campaign, desk, at);
  told.set(name, telling);
  setTimeout(() => told.delete(name), Math.min(left, rememberedMs)).unref();
  try {
    await telling;
  } catch (error) {
    told.delete(name);
    throw error;
  }
}

async function tell({ client }: Parts, campaign: string, desk: string, at: number): Promise<void> {
  await ifRunning(() => client.workflow.getHandle(ids.desk(campaign, desk)).signal(dueSignal, { at }));
}

/** A campaign's cadence never changes while it runs. */
export function settleMsOf(parts: Parts, campaign: string): Promise<number> {
  const { settleMs } = memoryOf(parts);
  const known = settleMs.get(campaign) ?? campaignRow(parts.db, campaign).then(({ cadence }) => cadence.settleMs);
  settleMs.set(campaign, known);
  return known;
}

function memoryOf({ client }: Parts): Memory {
  const memory = memories.get(client) ?? { told: new Map(), settleMs: new Map() };
  memories.set(client, memory);
  return memory;
}
