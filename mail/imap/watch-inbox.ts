import type { ImapFlow } from 'imapflow';
import { clearInbox, type Dealt, type InboxDuties } from './clear-inbox.js';
import { closeImap, type ImapAccess, openImap } from './open-imap.js';

export interface InboxWatch extends InboxDuties {
  readonly access: ImapAccess;
  readonly inbox: string;
  /** How often the inbox is looked into although the server announced nothing. */
  readonly lookMs?: number;
  readonly signal: AbortSignal;
  /** All that had arrived by this instant is taken. */
  readonly seen: (instant: Date) => Promise<void>;
}

/**
 * Takes what arrives in an inbox until it is told to stop; throws when the connection is lost. The whole inbox is
 * looked through at the start and at every look: what is taken lies elsewhere, so no bookmark can go wrong.
 */
export async function watchInbox(watch: InboxWatch): Promise<void> {
  const client = await openImap(watch.access);
  try {
    for (const mailbox of [watch.processed, watch.held]) await client.mailboxCreate(mailbox);
    await client.mailboxOpen(watch.inbox);
    const dealt: Dealt = new Map();
    const bell = ringOn(client, watch.signal);
    while (!watch.signal.aborted) {
      const begun = watch.now();
      await client.noop();
      await clearInbox(client, watch, dealt);
      if (!client.usable) throw lost();
      if (!watch.signal.aborted) await watch.seen(begun);
      await bell.next(watch.lookMs ?? 30_000);
    }
  } finally {
    await closeImap(client);
  }
}

/** Rings for new mail, even if it came while nobody listened; fails when the connection is gone. */
function ringOn(client: ImapFlow, signal: AbortSignal) {
  let rang = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rang = true;
    wake?.();
  };
  for (const event of ['exists', 'close'] as const) client.on(event, ring);
  signal.addEventListener('abort', ring, { once: true });
  return {
    next: async (withinMs: number): Promise<void> => {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          wake = () => (clearTimeout(timer), resolve());
        });
      }
      rang = false;
      if (!client.usable && !signal.aborted) throw lost();
    },
  };
}

function lost(): Error {
  return Object.assign(new Error('The connection to the mailbox was lost'), { code: 'EConnectionClosed' });
}
