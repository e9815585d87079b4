import { type ActivityInboundCallsInterceptor, NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Activities } from '../activities/activities.js';
import { mailQueue, officeQueue } from '../workflows/api.js';
import { keepAlive } from './keep-alive.js';

export interface OfficeWorkers {
  /** Resolves when both have stopped; rejects when one of them fails. */
  readonly run: () => Promise<void>;
  readonly shutdown: () => void;
}

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: Activities;
  readonly workflowBundle: { readonly codePath: string };
  /** Around every activity, outside what keeps it alive. */
  readonly around?: readonly ActivityInboundCallsInterceptor[];
}

/** Time-outs short enough that the steps of a worker that was killed go on within seconds (temporal-notes). */
const afterDeath = {
  stickyQueueScheduleToStartTimeout: '3s',
  shutdownGraceTime: '5s',
  shutdownForceTime: '15s',
} as const;

/** One worker for the office's work, one for its mail: the relay's pace must not hold up the tasks. */
export async function createWorkers(parts: WorkerParts): Promise<OfficeWorkers> {
  const { connection, namespace, workflowBundle, around = [] } = parts;
  const activities = { ...parts.activities };
  const interceptors = { activity: [...around, keepAlive].map((inbound) => () => ({ inbound })) };
  const common = { connection, namespace, activities, interceptors, ...afterDeath } satisfies Partial<WorkerOptions>;
  const office = await Worker.create({
    ...common,
    taskQueue: officeQueue,
    workflowBundle,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 60,
    maxConcurrentLocalActivityExecutions: 120,
    maxCachedWorkflows: 600,
  });
  const mail = await Worker.create({ ...common, taskQueue: mailQueue, maxConcurrentActivityTaskExecutions: 40 });
  return {
    run: async () => {
      await Promise.all([office.run(), mail.run()]);
    },
    shutdown: () => {
      for (const worker of [office, mail]) if (worker.getState() === 'RUNNING') worker.shutdown();
    },
  };
}
