import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import { forEachOf } from '../../activities/bulk.js';
import { startOnce } from '../../activities/start-options.js';
import type * as workflows from './workflows.js';

export interface FloorActivities {
  readonly act: (item: number) => Promise<void>;
}

export interface Floor {
  /** What `act` does from now on. */
  readonly acts: (act: FloorActivities['act']) => void;
  /** Starts as many bare workflows, 32 at a time by the client, and returns their ids. */
  readonly start: (type: keyof typeof workflows, count: number, args?: readonly [number]) => Promise<readonly string[]>;
  readonly stopped: Promise<void>;
  readonly close: () => Promise<void>;
}

const taskQueue = 'floor';
let started = 0;

/** Bare workflows on the same engine, with a worker that has the same slots and time-outs as the office's. */
export async function openFloor(client: Client, connection: NativeConnection, namespace: string): Promise<Floor> {
  let acting: FloorActivities['act'] = rest;
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowsPath: workflowsPath(),
    activities: { act: (item: number) => acting(item) } satisfies FloorActivities,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 60,
    maxCachedWorkflows: 600,
    stickyQueueScheduleToStartTimeout: '3s',
  });
  const stopped = worker.run();
  return {
    acts: (act) => {
      acting = act;
    },
    start: async (type, count, args) => {
      const ids = Array.from({ length: count }, () => `floor/${type}/${(started += 1)}`);
      await forEachOf(ids, 32, async (workflowId) => {
        await client.workflow.start(type, { ...startOnce, taskQueue, workflowId, args: [...(args ?? [])] });
      });
      return ids;
    },
    stopped,
    close: async () => {
      worker.shutdown();
      await stopped;
    },
  };
}

const rest = (): Promise<void> => Promise.resolve();

function workflowsPath(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, 'workflows.js');
  return existsSync(compiled) ? compiled : join(here, 'workflows.ts');
}
