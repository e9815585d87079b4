import { createHash } from 'node:crypto';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { type ArrivalsInput, ids, type IntakeInput, workflowTypes } from '../../workflows/api.js';
import type { Deps } from '../deps.js';
import { startOnce } from '../start-options.js';

/** Mails of one run: their ids go to each of its steps. */
export const runAtMost = 1_000;

/**
 * Starts the intake of stored mails: of one alone, of several together. What ran before is left alone, what failed or
 * was ended runs again.
 */
export async function startIntake({ client }: Pick<Deps, 'client'>, mails: readonly string[]): Promise<void> {
  for (let first = 0; first < mails.length; first += runAtMost)
    await start(client, mails.slice(first, first + runAtMost));
}

async function start(client: Deps['client'], mails: readonly string[]): Promise<void> {
  const [mail = ''] = mails;
  const again = { ...startOnce, workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' } as const;
  const alone: IntakeInput = { mail };
  const several: ArrivalsInput = { mails };
  try {
    if (mails.length === 1)
      await client.workflow.start(workflowTypes.intake, {
        ...again,
        workflowId: ids.intake(mail),
        args: [alone],
        staticSummary: '收文',
      });
    else
      await client.workflow.start(workflowTypes.arrivals, {
        ...again,
        workflowId: ids.arrivals(createHash('sha256').update(mails.join()).digest('hex')),
        args: [several],
        staticSummary: `收文${mails.length}封`,
      });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
