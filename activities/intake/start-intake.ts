import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ids, type IntakeInput, workflowTypes } from '../../workflows/api.js';
import type { Deps } from '../deps.js';
import { startOnce } from '../start-options.js';

/** Starts the intake of a stored mail; one that ran before is left alone, one that failed or was ended runs again. */
export async function startIntake({ client }: Pick<Deps, 'client'>, mail: string): Promise<void> {
  const input: IntakeInput = { mail };
  try {
    await client.workflow.start(workflowTypes.intake, {
      ...startOnce,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      workflowId: ids.intake(mail),
      args: [input],
      staticSummary: '收文',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
