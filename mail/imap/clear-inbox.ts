import type { ImapFlow } from 'imapflow';
import type { ArrivedMail } from '../intake-listener.js';
import { arrivalEnvelope, messageIdOf } from './arrival-envelope.js';
import { fetchMail, listMails, type LyingMail } from './fetch-mail.js';

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
  /** Resolves once the mail is durable: only then is it moved. */
  readonly take: (mail: FetchedMail) => Promise<void>;
  /** Resolves once the coordinators will be told of a mail that is not fetched. */
  readonly tooLarge: (mail: OversizedMail) => Promise<void>;
  /** Mails that are dealt with and cannot be moved: the account is full, or a mailbox is not ours to write. */
  readonly stuck: (mailbox: string, mails: number) => Promise<void>;
}

/** Mails of this session that are dealt with and lie here still, and where they belong: fetched once, moved when it works. */
export type Dealt = Map<number, string>;

const batch = 20;

/**
 * Takes all that lies in the open inbox and moves it out. A mail that cannot be stored stays and holds up no other;
 * the first failure is thrown when all have been tried.
 */
export async function clearInbox(client: ImapFlow, duties: InboxDuties, dealt: Dealt): Promise<void> {
  const uidValidity = client.mailbox === false ? 0 : Number(client.mailbox.uidValidity);
  const failures: unknown[] = [];
  const lying = await listMails(client, duties.now);
  for (let start = 0; start < lying.length && !duties.signal.aborted; start += batch) {
    const moves = new Map<string, number[]>();
    for (const mail of lying.slice(start, start + batch)) {
      try {
        const mailbox = dealt.get(mail.uid) ?? (await dealWith(client, duties, { ...mail, uidValidity }));
        if (mailbox === undefined) continue;
        dealt.set(mail.uid, mailbox);
        moves.set(mailbox, [...(moves.get(mailbox) ?? []), mail.uid]);
      } catch (error) {
        if (!client.usable) throw error;
        failures.push(error);
      }
    }
    for (const [mailbox, uids] of moves) await move(client, duties, mailbox, uids);
  }
  if (failures.length > 0) throw failures[0];
}

/** Where it goes; undefined for a mail that is gone. */
async function dealWith(
  client: ImapFlow,
  { take, isTrial, tooLarge, maxBytes, ownDomain, processed, held }: InboxDuties,
  mail: OversizedMail,
): Promise<string | undefined> {
  const raw = mail.bytes > maxBytes ? undefined : await fetchMail(client, mail.uid, maxBytes + 1);
  if (mail.bytes > maxBytes || (raw && raw.length > maxBytes)) {
    await tooLarge(mail);
    return held;
  }
  if (raw === undefined) return undefined;
  if (isTrial(raw)) return processed;
  const { uid, uidValidity, arrivedAt: receivedAt } = mail;
  const messageId = messageIdOf(raw);
  await take({ raw, envelope: arrivalEnvelope(raw, ownDomain), receivedAt, uid, uidValidity, messageId });
  return processed;
}

async function move(client: ImapFlow, { stuck }: InboxDuties, mailbox: string, uids: readonly number[]): Promise<void> {
  const moved = await client.messageMove(uids.join(','), mailbox, { uid: true });
  if (moved || !client.usable) return;
  await stuck(mailbox, uids.length);
}
