import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Turn } from '../../mail/send/pace.js';
import type { Deps } from '../deps.js';
import { inContext } from '../in-context.js';

/** Of the ten minutes that an activity which sends mail may take (workflows/activity-proxies.ts). */
const waitMs = 8 * 60_000;

const patiences = new WeakMap<Context, AbortSignal>();

/**
 * Leave to send one letter. At a slow relay's pace a lot of letters lasts longer than its activity may: then what has
 * not begun is left as it was, and the next attempt goes on with it. An attempt that was given up takes no more.
 */
export async function takeTurn({ postbox }: Pick<Deps, 'postbox'>): Promise<Turn | undefined> {
  if (!postbox.turn || !inContext()) return postbox.turn?.();
  const context = Context.current();
  const patience = patiences.get(context) ?? AbortSignal.timeout(waitMs);
  patiences.set(context, patience);
  try {
    return await postbox.turn(AbortSignal.any([patience, context.cancellationSignal]));
  } catch (error) {
    if (!patience.aborted) throw error;
    throw ApplicationFailure.create({ message: '按发信限额分批发出，余下的接着发', nextRetryDelay: '1s' });
  }
}
