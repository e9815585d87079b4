import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { closeImap, type ImapAccess, openImap } from './open-imap.js';

export interface Archive {
  /**
   * Whether a letter with this Message-ID lies in the archive, looking again until it is there or a copy's time is up;
   * throws when nobody can tell.
   */
  readonly holds: (messageId: string) => Promise<boolean>;
}

interface Patience {
  /** A blind copy passes through the relay's queue and arrives later than the relay's answer, by so much at most. */
  readonly arrivesWithinMs: number;
  readonly lookMs?: number;
}

/**
 * The archive mailbox, asked over one connection at a time: after a crash a dozen letters are looked up at once, and
 * servers count an account's logins.
 */
export function openArchive(
  access: ImapAccess,
  mailbox: string,
  { arrivesWithinMs, lookMs = Math.min(10_000, arrivesWithinMs / 4) }: Patience,
): Archive {
  let asked: Promise<unknown> = Promise.resolve();
  const look = (messageId: string): Promise<boolean> => {
    const answer = asked.then(() => withMailbox(access, mailbox, (client) => search(client, messageId)));
    asked = answer.catch(() => undefined);
    return answer;
  };
  return {
    holds: async (messageId) => {
      for (const deadline = Date.now() + arrivesWithinMs; Date.now() + lookMs < deadline; await pause(lookMs)) {
        if (await look(messageId).catch(() => false)) return true;
      }
      return look(messageId);
    },
  };
}

async function withMailbox<T>(access: ImapAccess, mailbox: string, ask: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = await openImap(access);
  try {
    await client.mailboxOpen(mailbox, { readOnly: true });
    return await ask(client);
  } finally {
    await closeImap(client);
  }
}

/** The header search of IMAP finds parts of words, and an id with its brackets is part of nothing else. */
async function search(client: ImapFlow, messageId: string): Promise<boolean> {
  const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
  if (!Array.isArray(found)) throw new Error('The archive mailbox does not answer a search');
  return found.length > 0;
}
