import { condition, defineSignal, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { FloorActivities } from './floor.js';

export const goSignal = defineSignal<[number]>('go');
export const goUpdate = defineUpdate<void, [number]>('goNow');

const { act } = proxyActivities<FloorActivities>({ startToCloseTimeout: '1 minute' });

/** Does nothing until it is terminated. */
export async function bareWait(): Promise<void> {
  await condition(() => false);
}

/** One signal, one activity. */
export async function bareSignal(): Promise<void> {
  let told: number | undefined;
  setHandler(goSignal, (item) => {
    told = item;
  });
  await condition(() => told !== undefined);
  await act(told ?? 0);
}

/** One timer, one activity. */
export async function bareTimer(at: number): Promise<void> {
  await sleep(Math.max(1, at - Date.now()));
  await act(0);
}

/** One update, one activity. */
export async function bareUpdate(): Promise<void> {
  let done = false;
  setHandler(goUpdate, async (item) => {
    await act(item);
    done = true;
  });
  await condition(() => done);
}
