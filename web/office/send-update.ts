import type { Client } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';

export interface Sending {
  /** How long its reply is waited for; then a time-out of the SDK is thrown. */
  readonly withinMs: number;
  /** The same id is the same Update: sent twice, it happens once. */
  readonly updateId?: string;
}

/** Sends an Update to the workflow `to` and waits for its reply. Throws what the SDK throws. */
export type SendUpdate = <Reply, Said>(
  to: string,
  update: UpdateDefinition<Reply, [Said]>,
  said: Said,
  sending: Sending,
) => Promise<Reply>;

export function updatesThrough(client: Client): SendUpdate {
  return (to, update, said, { withinMs, ...sending }) =>
    client.withDeadline(Date.now() + withinMs, () =>
      client.workflow.getHandle(to).executeUpdate(update, { args: [said], ...sending }),
    );
}
