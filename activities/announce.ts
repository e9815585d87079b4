import { dueSignal, ids } from '../workflows/api.js';
import type { Deps } from './deps.js';
import { ifRunning } from './if-running.js';

/** Tells a desk that something is due to it at an instant (epoch ms); telling it twice does no harm. */
export async function announce(
  { client }: Pick<Deps, 'client'>,
  campaign: string,
  desk: string,
  at: number,
): Promise<void> {
  await ifRunning(() => client.workflow.getHandle(ids.desk(campaign, desk)).signal(dueSignal, { at }));
}
