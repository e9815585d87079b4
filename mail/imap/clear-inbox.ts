import type { ImapFlow } from 'imapflow';
import type { ArrivedMail } from '../intake-listener.js';
import { readArrival } from './read-arrival.js';
import { batchesOf } from '../../domain/batches.js';
import { groupBy } from '../../domain/group-by.js';
import { fetchMails, listMails, type LyingMail } from './fetch-mail.js';

export interface FetchedMail extends ArrivedMail {
  readonly uidValidity: number;
  readonly uid: number;
  readonly messageId: string | undefined;
}

export interface OversizedMail extends LyingMail {
  readonly uidValidity: number;
}

export interface InboxDuties {
  readonly processed: string;
  readonly held: string;
  readonly ownDomain: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** A trial letter of our own, for nobody to read: moved like what was taken, and not taken. */
  readonly isTrial: (raw: Buffer) => boolean;
  /** Settled for each, in the order given, once it is durable or cannot be: only what is durable is moved. */
  readonly take: (mails: readonly FetchedMail[]) => Promise<readonly PromiseSettledResult<unknown>[]>;
  /** All that lay there was tried. */
  readonly taken: () => Promise<void>;
  /** Resolves once the coordinators will be told of a mail that is not fetched. */
  readonly tooLarge: (mail: OversizedMail) => Promise<void>;
  /** Mails that are dealt with and cannot be moved: the account is full, or a mailbox is not ours to write. */
  readonly stuck: (mailbox: string, mails: number) => Promise<void>;
}

/** Mails of this session that are dealt with and lie here still, and where they belong: fetched once, moved when it works. */
export type Dealt = Map<number, string>;

/** Mails that are fetched, stored and moved together: no more lies in memory than the largest that is taken. */
const together = { count: 100, bytes: 8 * 1024 * 1024 } as const;

/**
 * Takes all that lies in the open inbox and moves it out. A mail that cannot be stored stays and holds up no other;
 * the first failure is thrown when all have been tried.
 */
export async function clearInbox(client: ImapFlow, duties: InboxDuties, dealt: Dealt): Promise<void> {
  const uidValidity = client.mailbox === false ? 0 : Number(client.mailbox.uidValidity);
  const failures: unknown[] = [];
  try {
    for (const mails of batchesOf(await listMails(client, duties.now), together, ({ bytes }) => bytes)) {
      if (duties.signal.aborted) break;
      failures.push(...(await dealWith(client, { ...duties, uidValidity, dealt }, mails)));
      for (const [mailbox, uids] of placesOf(mails, dealt)) await move(client, duties, mailbox, uids);
    }
  } finally {
    await duties.taken();
  }
  if (failures.length > 0) throw failures[0];
}

interface Dealing extends InboxDuties {
  readonly uidValidity: number;
  readonly dealt: Dealt;
}

/** Notes of each mail where it goes, and gives what went wrong; one that is gone goes nowhere. */
async function dealWith(client: ImapFlow, dealing: Dealing, mails: readonly LyingMail[]): Promise<readonly unknown[]> {
  const { dealt, maxBytes } = dealing;
  const left = mails.filter(({ uid }) => !dealt.has(uid));
  const toFetch = left.filter(({ bytes }) => bytes <= maxBytes);
  const sources = await fetchMails(client, toFetch, maxBytes + 1);
  const isTooLarge = ({ uid, bytes }: LyingMail) => Math.max(bytes, sources.get(uid)?.length ?? 0) > maxBytes;
  const fitting = left.filter((mail) => !isTooLarge(mail));
  const outcomes = [
    ...(await takeIn(dealing, fitting, sources)),
    ...(await setAside(dealing, left.filter(isTooLarge))),
  ];
  if (!client.usable) for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
}

type Outcomes = readonly PromiseSettledResult<unknown>[];

async function takeIn(
  { isTrial, take, ownDomain, uidValidity, dealt, processed }: Dealing,
  lying: readonly LyingMail[],
  sources: ReadonlyMap<number, Buffer>,
): Promise<Outcomes> {
  const fetched: FetchedMail[] = [];
  const unread: PromiseRejectedResult[] = [];
  for (const { uid, arrivedAt: receivedAt } of lying) {
    const raw = sources.get(uid);
    if (!raw) continue;
    try {
      if (isTrial(raw)) dealt.set(uid, processed);
      else fetched.push({ raw, ...readArrival(raw, ownDomain), receivedAt, uid, uidValidity });
    } catch (reason) {
      unread.push({ status: 'rejected', reason });
    }
  }
  const outcomes = await take(fetched);
  for (const [place, { uid }] of fetched.entries())
    if (outcomes[place]?.status === 'fulfilled') dealt.set(uid, processed);
  return [...unread, ...outcomes];
}

function setAside({ tooLarge, uidValidity, dealt, held }: Dealing, mails: readonly LyingMail[]): Promise<Outcomes> {
  return Promise.allSettled(
    mails.map(async (mail) => {
      await tooLarge({ ...mail, uidValidity });
      dealt.set(mail.uid, held);
    }),
  );
}

function placesOf(mails: readonly LyingMail[], dealt: Dealt): ReadonlyMap<string, readonly number[]> {
  const known = mails.flatMap(({ uid }) => {
    const mailbox = dealt.get(uid);
    return mailbox === undefined ? [] : [{ uid, mailbox }];
  });
  const places = groupBy(known, ({ mailbox }) => mailbox);
  return new Map([...places].map(([mailbox, lying]) => [mailbox, lying.map(({ uid }) => uid)]));
}

async function move(client: ImapFlow, { stuck }: InboxDuties, mailbox: string, uids: readonly number[]): Promise<void> {
  const moved = await client.messageMove(uids.join(','), mailbox, { uid: true });
  if (moved || !client.usable) return;
  await stuck(mailbox, uids.length);
}
