import type { MiddlewareHandler } from 'hono';
import { tooManyVisits } from './answer/link-problems.js';
import { tokenBuckets } from './token-buckets.js';
import { peerAddress, type WebEnv } from './web-env.js';

/** A liaison's page is opened and sent a few times; a whole office may come through one address. */
const visits = { token: { capacity: 40, perSecond: 0.5 }, address: { capacity: 400, perSecond: 5 } } as const;

/** For routes below `/:token`: too many visits of one link, or from one address, are asked to wait. */
export function fairVisits(now: () => Date): MiddlewareHandler<WebEnv> {
  const byToken = tokenBuckets(visits.token);
  const byAddress = tokenBuckets(visits.address);
  return async (c, next) => {
    const at = now().getTime();
    const fair = byAddress(peerAddress(c), at) && byToken(c.req.param('token') ?? '', at);
    return fair ? next() : tooManyVisits(c);
  };
}
