import { WorkflowNotFoundError } from '@temporalio/common';

/** Signals a workflow that may have ended by now, as accepted tasks and closed campaigns do: then nobody needs it. */
export async function ifRunning(signal: () => Promise<void>): Promise<void> {
  try {
    await signal();
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
