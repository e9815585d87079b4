import { activityInfo, Context } from '@temporalio/activity';
import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';

const everyMs = 1_000;

/**
 * Every running activity says once a second that its process lives, so that the server gives the work of a dead one
 * away within the heartbeat time-out and not only after the start-to-close one.
 */
export const keepAlive: ActivityInboundCallsInterceptor = {
  execute: async (input, next) => {
    if (activityInfo().isLocal) return next(input);
    const context = Context.current();
    const beating = setInterval(() => context.heartbeat(), everyMs);
    try {
      return await next(input);
    } finally {
      clearInterval(beating);
    }
  },
};
