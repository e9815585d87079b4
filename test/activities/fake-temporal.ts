import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';

export interface StartedWorkflow {
  readonly type: string;
  readonly workflowId: string;
  readonly args: readonly unknown[];
}

export interface SentSignal {
  readonly workflowId: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface FakeTemporal {
  readonly client: Client;
  readonly started: StartedWorkflow[];
  readonly signals: SentSignal[];
  /** Workflows that have ended, or never ran. */
  readonly ended: Set<string>;
  down: boolean;
}

interface Handle {
  signal: (definition: { readonly name: string }, ...args: readonly unknown[]) => Promise<void>;
}
interface Start {
  readonly workflowId: string;
  readonly args: readonly unknown[];
}

/** Takes starts and signals and remembers them; what activities use of a client, and nothing more. */
export function fakeTemporal(): FakeTemporal {
  const started: StartedWorkflow[] = [];
  const signals: SentSignal[] = [];
  const ended = new Set<string>();
  const start = async (type: string, { workflowId, args }: Start): Promise<void> => {
    if (fake.down) throw new Error('no connection');
    started.push({ type, workflowId, args });
  };
  const getHandle = (workflowId: string): Handle => ({
    signal: async ({ name }, ...args) => {
      if (fake.down) throw new Error('no connection');
      if (ended.has(workflowId)) throw new WorkflowNotFoundError('ended', workflowId, undefined);
      signals.push({ workflowId, name, args });
    },
  });
  // The real client has dozens of members that no activity uses.
  const client = { workflow: { start, getHandle } } as unknown as Client;
  const fake: FakeTemporal = { client, started, signals, ended, down: false };
  return fake;
}
