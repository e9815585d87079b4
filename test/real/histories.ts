import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { workflowBundle } from '../../worker/workflow-bundle.js';
import { quietRuntime } from '../workflows/quiet-runtime.js';

type Histories = Parameters<typeof Worker.runReplayHistories>[1];
export type Recorded = Histories extends AsyncIterable<infer One> | Iterable<infer One> ? One : never;
interface Event {
  readonly workflowTaskFailedEventAttributes?: {
    readonly failure?: { readonly message?: string | null } | null;
  } | null;
}

/** The history of every workflow there is, running or ended. */
export async function fetchHistories({ workflow }: Client): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  for await (const { workflowId, runId } of workflow.list())
    recorded.push({ workflowId, history: await workflow.getHandle(workflowId, runId).fetchHistory() });
  return recorded;
}

/** A turn that failed is tried for ever and holds its workflow up: no history may show one. */
export function failedTurns(histories: readonly Recorded[]): readonly string[] {
  return histories.flatMap(({ workflowId, history }) =>
    eventsOf(history).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
      failed ? [`${workflowId}: ${failed.failure?.message ?? 'no reason given'}`] : [],
    ),
  );
}

/** Which of them today's workflows would not walk in the same way, and why. */
export async function unreplayable(histories: readonly Recorded[]): Promise<readonly string[]> {
  quietRuntime();
  const problems: string[] = [];
  const bundle = await workflowBundle(join(tmpdir(), 'shuangyue-test'));
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle }, histories))
    if (error) problems.push(`${workflowId}: ${error.message}`);
  return problems;
}

/** The replayer takes a history as it was fetched, and so says nothing of what is in it. */
function eventsOf(history: Recorded['history']): readonly Event[] {
  return (history as { readonly events?: readonly Event[] }).events ?? [];
}
