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

/**
 * The bytes of mails by uid, without those that somebody removed in the meantime; of none more than `maxBytes`. Some
 * servers announce sizes that are a little off, or wholly wrong: what is far larger than announced comes by itself.
 */
export async function fetchMails(
  client: ImapFlow,
  mails: readonly LyingMail[],
  maxBytes: number,
): Promise<ReadonlyMap<number, Buffer>> {
  const enough = Math.min(maxBytes, 2 * Math.max(0, ...mails.map(({ bytes }) => bytes)) + 65_536);
  const fetched = new Map(await fetch(client, uidsOf(mails), enough));
  if (enough === maxBytes) return fetched;
  for (const [uid, source] of fetched) {
    if (source.length < enough) continue;
    for (const [, whole] of await fetch(client, [uid], maxBytes)) fetched.set(uid, whole);
  }
  return fetched;
}

async function fetch(client: ImapFlow, uids: readonly number[], maxBytes: number) {
  if (uids.length === 0) return [];
  const query = { uid: true, source: { start: 0, maxLength: maxBytes } };
  const fetched = await client.fetchAll(uids.join(','), query, { uid: true });
  return fetched.flatMap(({ uid, source }) => (source ? [[uid, source] as const] : []));
}

function uidsOf(mails: readonly LyingMail[]): readonly number[] {
  return mails.map(({ uid }) => uid);
}
