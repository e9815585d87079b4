import { AsyncLocalStorage } from 'node:async_hooks';
import { defaultPayloadConverter } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import { clockHeader } from './clock-header.js';
import { inBoth } from '../../domain/sentence.js';
import { startWords } from '../start-words.js';
import { refusal } from '../local/refusal.js';
import { afterWork, toRehearsed } from './server-time.js';

/** The time of a rehearsed year, outside the workflows. */
export interface RehearsedTime {
  /** In an activity the time of the workflow that asked for it, elsewhere the minute that was last reached. */
  readonly now: () => Date;
  /** Lets time pass to this instant (epoch milliseconds) and all be done that is due by then. */
  readonly until: (at: number) => Promise<void>;
  readonly activities: ActivityInboundCallsInterceptor;
  /** How many activities have run so far: where none has, nothing has happened. */
  readonly worked: () => number;
}

const minuteMs = 60_000;

export function openRehearsedTime(env: TestWorkflowEnvironment, startsAt: number): RehearsedTime {
  const ofWorkflow = new AsyncLocalStorage<number>();
  let reached = startsAt;
  let worked = 0;
  return {
    worked: () => worked,
    now: () => new Date(ofWorkflow.getStore() ?? reached),
    until: async (at) => {
      reached = Math.max(reached, Math.floor(at / minuteMs) * minuteMs);
      const left = afterWork(reached) - (await env.currentTimeMs());
      if (left > 0) await env.sleep(left);
      refuseRunaway(reached, await env.currentTimeMs());
    },
    activities: {
      execute: (input, next) => {
        const stamp = input.headers[clockHeader];
        worked += 1;
        if (stamp === undefined) throw new Error('an activity came without the time of its workflow');
        return ofWorkflow.run(defaultPayloadConverter.fromPayload(stamp), () => next(input));
      },
    },
  };
}

/** Work that took longer than its minute would be told another time on another machine. */
function refuseRunaway(reached: number, server: number): void {
  const at = toRehearsed(server);
  if (at === reached) return;
  const [wanted = '', found = ''] = [reached, at].map((ms) => new Date(ms).toISOString());
  throw refusal(inBoth(startWords, ({ tooBusy }) => tooBusy(wanted, found)));
}
