import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.js';
import { mailQueue } from './api.js';

const patience = { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' } as const;

/**
 * Steps of a task's life are short transactions, five or six a round and 106 at an instant: as local activities they cost
 * one event each instead of six (docs/decisions/0002-local-activities.md).
 */
export const atOnce = proxyLocalActivities<Activities>({ startToCloseTimeout: '10s', retry: patience });

/** Activities say every second that their worker lives (worker/keep-alive.ts). Work on the record, and bulk orders to Temporal. */
export const atTheOffice = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '5s',
  retry: patience,
});

/** What sends mail waits on its own queue, at the relay's pace. */
export const atTheMailroom = proxyActivities<Activities>({
  taskQueue: mailQueue,
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '5s',
  retry: patience,
});

/**
 * A watch lasts half an hour; five seconds without a sign of life, and another worker takes it, however often that has
 * happened: a watch that fails by itself says when to try again (activities/mailbox/watch-mailbox.ts).
 */
export const atTheMailbox = proxyActivities<Activities>({
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '5s',
  retry: { initialInterval: '500ms', backoffCoefficient: 1 },
});
