import type { ImapFlow } from 'imapflow';

/** Where a mail lies and what its server says of it, before it is fetched. */
export interface LyingMail {
  readonly uid: number;
  readonly bytes: number;
  /** ISO instant of INTERNALDATE: when it arrived at the server. */
  readonly arrivedAt: string;
}

/** All that lies in the selected mailbox, oldest first. */
export async function listMails(client: ImapFlow, now: () => Date): Promise<readonly LyingMail[]> {
  if (client.mailbox === false || client.mailbox.exists === 0) return [];
  const lying = await client.fetchAll('1:*', { uid: true, size: true, internalDate: true });
  return lying
    .map(({ uid, size, internalDate }) => ({ uid, bytes: size ?? 0, arrivedAt: arrival(internalDate, now()) }))
    .toSorted((one, other) => one.uid - other.uid);
}

/** A server whose clock is ahead of ours must not make a mail late that lies here already. */
function arrival(internalDate: Date | string | undefined, now: Date): string {
  const at = internalDate === undefined ? now.getTime() : new Date(internalDate).getTime();
  return new Date(Number.isNaN(at) ? now.getTime() : Math.min(at, now.getTime())).toISOString();
}

/** Undefined for a mail that somebody removed in the meantime. Never more than `maxBytes`, whatever size was announced. */
export async function fetchMail(client: ImapFlow, uid: number, maxBytes: number): Promise<Buffer | undefined> {
  const range = { start: 0, maxLength: maxBytes };
  const fetched = await client.fetchOne(String(uid), { source: range }, { uid: true });
  return fetched === false ? undefined : fetched.source;
}
