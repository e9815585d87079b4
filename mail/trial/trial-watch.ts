import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { closeImap, type ImapAccess, openImap } from '../imap/open-imap.js';

export interface Sighting {
  readonly mailbox: string;
  /** Its beginning, at least all of its head. */
  readonly raw: Buffer;
}

export interface TrialWatch {
  /** The first mail that is ours, taken away from wherever it lies; undefined where none came in time. */
  readonly find: (isOurs: (raw: Buffer) => boolean, withinMs: number) => Promise<Sighting | undefined>;
  /** The folder that the server keeps unwanted mail in. */
  readonly junk: string | undefined;
  readonly close: () => Promise<void>;
}

const readBytes = 256 * 1024;
const lookMs = 500;
/** A worker that watches too may be moving the mail while it is taken away: looked for once more that much later. */
const settleMs = 1_500;

/**
 * Remembers where some mailboxes end, to look at nothing but what comes later. `mailboxes`: the inbox, and where a
 * worker that watches at the same time puts things; those that are not there are passed over.
 */
export async function openTrialWatch(access: ImapAccess, mailboxes: readonly string[]): Promise<TrialWatch> {
  const client = await openImap(access);
  try {
    const listed = await client.list();
    const junk = listed.find(({ specialUse }) => specialUse === '\\Junk')?.path;
    const there = new Set(listed.map(({ path }) => path.toUpperCase()));
    const wanted = [...new Set([...mailboxes, ...(junk === undefined ? [] : [junk])])];
    const ends = new Map<string, number>();
    for (const mailbox of wanted) {
      const isThere = there.has(mailbox.toUpperCase());
      ends.set(mailbox, isThere ? await endOf(client, mailbox) : 1);
    }
    return { junk, find: (isOurs, withinMs) => find(client, ends, isOurs, withinMs), close: () => closeImap(client) };
  } catch (error) {
    await closeImap(client);
    throw error;
  }
}

/** The number that the next mail will have there. */
async function endOf(client: ImapFlow, mailbox: string): Promise<number> {
  const status = await client.status(mailbox, { uidNext: true });
  return status === false ? 1 : (status.uidNext ?? 1);
}

async function find(
  client: ImapFlow,
  ends: ReadonlyMap<string, number>,
  isOurs: (raw: Buffer) => boolean,
  withinMs: number,
): Promise<Sighting | undefined> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await takeAway(client, ends, isOurs);
    if (seen !== undefined) {
      await pause(settleMs);
      await takeAway(client, ends, isOurs);
      return seen;
    }
    if (Date.now() >= deadline) return undefined;
    await pause(lookMs);
  }
}

async function takeAway(
  client: ImapFlow,
  ends: ReadonlyMap<string, number>,
  isOurs: (raw: Buffer) => boolean,
): Promise<Sighting | undefined> {
  let first: Sighting | undefined;
  for (const [mailbox, end] of ends) {
    if (!(await opened(client, mailbox))) continue;
    const mails = await client.fetchAll(
      `${end}:*`,
      { uid: true, source: { start: 0, maxLength: readBytes } },
      { uid: true },
    );
    // `n:*` is the last mail too where none is as late as n.
    for (const { uid, source } of mails.filter((mail) => mail.uid >= end)) {
      if (source === undefined || !isOurs(source)) continue;
      first ??= { mailbox, raw: source };
      await client.messageDelete(String(uid), { uid: true });
    }
  }
  return first;
}

/** Selected anew each time: so the server tells of what came meanwhile. */
async function opened(client: ImapFlow, mailbox: string): Promise<boolean> {
  try {
    await client.mailboxOpen(mailbox);
    return true;
  } catch (error) {
    if (!client.usable) throw error;
    return false;
  }
}
