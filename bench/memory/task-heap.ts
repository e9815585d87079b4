import { Worker } from '@temporalio/worker';
import { forEachOf } from '../../activities/bulk.js';
import { startOnce } from '../../activities/start-options.js';
import { readSettings } from '../../config/settings.js';
import * as api from '../../workflows/api.js';
import { workflowBundle } from '../../worker/workflow-bundle.js';
import { terminate } from '../campaign.js';
import { median, rounded } from '../line.js';
import { openStand, type Stand } from '../stand.js';
import { collectGarbage } from './resident.js';
import { until } from '../within.js';

const taskQueue = 'memory';
const loads = 3;
const tasksALoad = 150;

/**
 * Workflows run in this thread (`debugMode`, the same reused context as in the worker's own thread), so that the heap
 * can be read: after collecting garbage, with so many more tasks in the cache, each opened in a round and waiting for
 * its next step. The difference, by the number of tasks, is what one costs.
 */
export async function taskHeap(): Promise<{ ours: number; runs: number; tasks: number }> {
  const stand = await openStand();
  let written = 0;
  const worker = await Worker.create({
    connection: stand.connection,
    namespace: 'shuangyue',
    taskQueue,
    workflowBundle: await workflowBundle(readSettings().cacheFolder),
    debugMode: true,
    maxCachedWorkflows: 1_000,
    activities: { recordTransition: () => Promise.resolve(void (written += 1)) },
  });
  const running = worker.run();
  try {
    const heaps: number[] = [];
    const held: string[] = [];
    // The first load pays for what all share.
    for (let load = 0; load <= loads; load += 1) {
      const before = heapBytes();
      const ids = await openTasks(stand, load);
      await until(120_000, `${tasksALoad} tasks opened`, () => Promise.resolve(written >= (load + 1) * tasksALoad));
      await idle(worker);
      if (load > 0) heaps.push((heapBytes() - before) / tasksALoad / 1024);
      held.push(...ids);
    }
    await terminate(stand, held);
    return { ours: rounded(median(heaps), 1), runs: loads, tasks: tasksALoad };
  } finally {
    worker.shutdown();
    await running;
    await stand.close();
  }
}

async function openTasks({ client }: Stand, load: number): Promise<readonly string[]> {
  const numbers = Array.from({ length: tasksALoad }, (_, index) => load * tasksALoad + index + 1);
  const ids = numbers.map((number) => `memory/task/${number}`);
  await forEachOf(numbers, 16, async (number) => {
    const input: api.TaskInput = {
      campaign: 'memory',
      number,
      title: '推进质量基础设施“一站式”服务平台建设',
      lead: 'scjgj',
      leadName: '省市场监管局',
    };
    const workflowId = `memory/task/${number}`;
    await client.workflow.signalWithStart(api.workflowTypes.task, {
      ...startOnce,
      taskQueue,
      workflowId,
      args: [input],
      signal: api.openSignal,
      signalArgs: [roundInAnHour()],
    });
  });
  return ids;
}

function roundInAnHour(): api.OpenTask {
  const hour = 3_600_000;
  const at = (hours: number) => Date.now() + hours * hour;
  return {
    round: '2026-1',
    answerBy: at(2),
    closesAt: at(6),
    lateAfterMs: hour,
    steps: [
      { kind: 'reminder', at: at(1), label: '催报：距截止 3 个工作日（4月22日（星期三）09:30）' },
      { kind: 'overdue', at: at(3), label: '逾期催办：逾期 1 个工作日（4月28日（星期二）09:30）' },
      { kind: 'second-overdue', at: at(4), label: '再次催办：逾期 3 个工作日（4月30日（星期四）09:30）' },
      { kind: 'escalation', at: at(5), label: '督办函：逾期 5 个工作日（5月7日（星期四）09:30）' },
    ],
  };
}

async function idle(worker: Worker): Promise<void> {
  await until(30_000, 'the last turn', () => Promise.resolve(worker.getStatus().numInFlightWorkflowActivations === 0));
}

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
