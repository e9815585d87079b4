import { ids, lookSignal, type MailboxInput, workflowTypes } from '../../workflows/api.js';
import type { Deps } from '../deps.js';
import { startOnce } from '../start-options.js';

/** Has the mailbox watched; where it is already, a watch that waits out some trouble looks again at once. */
export async function startMailbox({ client }: Pick<Deps, 'client'>, account: string): Promise<void> {
  const { taskQueue, workflowTaskTimeout } = startOnce;
  const input: MailboxInput = { account };
  await client.workflow.signalWithStart(workflowTypes.mailbox, {
    taskQueue,
    workflowTaskTimeout,
    workflowId: ids.mailbox(account),
    args: [input],
    signal: lookSignal,
    staticSummary: '看守收信邮箱',
  });
}
