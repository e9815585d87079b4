import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { composeBounce } from './post-office/bounce.js';
import type { EnvelopeFile } from './post-office/envelope-file.js';
import { readHead } from './post-office/letter-head.js';
import { createPigeonholes, type Mailbox, type MailboxLetter, type Page } from './post-office/pigeonholes.js';
import { openRelay, type Relay } from './post-office/relay.js';
import { openShelf, type LetterMeta } from './post-office/shelf.js';
import { openSmtpDoor } from './post-office/smtp-door.js';
import type { Envelope } from './send/postbox.js';

export type { LetterMeta } from './post-office/shelf.js';
export type { Mailbox, MailboxLetter } from './post-office/pigeonholes.js';

export interface PostOfficeSettings {
  readonly folder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Mail to addresses of this domain is carried to the intake. */
  readonly ownDomain: string;
  readonly intake: { readonly host: string; readonly port: number };
  /** Lower-case addresses that do not exist: mail to them is accepted and then comes back. */
  readonly bouncing: ReadonlySet<string>;
  readonly now: () => Date;
}

/** The local post office: everybody's mailboxes, real SMTP in and out, and an archive of all that was accepted. */
export interface PostOffice {
  readonly port: number;
  readonly mailboxes: () => readonly Mailbox[];
  /** Newest first; all of them without a page. */
  readonly letters: (
    address: string,
    page?: Page,
  ) => { readonly total: number; readonly letters: readonly MailboxLetter[] };
  /** Undefined for an unknown letter; `as` marks it read in that mailbox. */
  readonly read: (id: string, as?: string) => Promise<{ readonly meta: LetterMeta; readonly raw: Buffer } | undefined>;
  /** A person's mail, taken as if it had come by SMTP; resolves once it is on disk. */
  readonly send: (raw: Buffer, envelope: Envelope) => Promise<void>;
  readonly findByMessageId: (messageId: string) => LetterMeta | undefined;
  /** Calls back for each letter that reached a mailbox; returns how to stop that. */
  readonly onLetter: (callback: (letter: LetterMeta) => void) => () => void;
  /** How many mails the intake has not accepted yet. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

const bounced = (mail: EnvelopeFile, recipient: string, host: string): EnvelopeFile => ({
  // RFC 5321 4.5.5: a report has the null sender, so that it can never bounce itself.
  from: '',
  to: [mail.from],
  at: mail.at,
  raw: composeBounce({
    sender: mail.from,
    recipient,
    head: readHead(mail.raw),
    raw: mail.raw,
    host,
    at: mail.at,
    id: createHash('sha256').update(mail.raw).update(recipient).digest('hex').slice(0, 20),
  }),
});

/** Opens the folder, finishes what a former run left, and listens. */
export const openPostOffice = async (settings: PostOfficeSettings): Promise<PostOffice> => {
  const { folder, host, port, ownDomain, intake, bouncing, now } = settings;
  const isOwn = (address: string): boolean => address.toLowerCase().endsWith(`@${ownDomain.toLowerCase()}`);
  const bounces = (address: string): boolean => bouncing.has(address.toLowerCase());
  const { shelf, letters, marks } = await openShelf(folder);
  const holes = createPigeonholes((address) => !isOwn(address) && !bounces(address));
  for (const letter of letters) holes.put(letter);
  for (const mark of marks) holes.markRead(mark);
  const relay: Relay = await openRelay(join(folder, 'to-intake'), intake);
  const listeners = new Set<(letter: LetterMeta) => void>();

  const shelve = async (mail: EnvelopeFile): Promise<void> => {
    const letter = await shelf.store(mail);
    holes.put(letter);
    for (const listener of listeners) setImmediate(listener, letter);
  };
  const sendBack = async (mail: EnvelopeFile, recipient: string): Promise<void> => {
    const report = bounced(mail, recipient, ownDomain);
    await (isOwn(mail.from) ? relay.enqueue(report) : shelve(report));
  };
  const accept = async (raw: Buffer, { from, to }: Envelope): Promise<void> => {
    const at = now().toISOString();
    const own = to.filter(isOwn);
    const others = to.filter((address) => !isOwn(address));
    if (others.length > 0) await shelve({ from, to: others, at, raw });
    if (own.length > 0) await relay.enqueue({ from, to: own, at, raw });
    if (from === '') return;
    for (const recipient of others.filter(bounces)) await sendBack({ from, to: others, at, raw }, recipient);
  };
  const door = await openSmtpDoor(host, port, accept);
  return {
    port: door.port,
    mailboxes: holes.mailboxes,
    letters: (address, page = { offset: 0, limit: Number.MAX_SAFE_INTEGER }) => holes.letters(address, page),
    read: async (id, as) => {
      const meta = holes.find(id);
      if (!meta) return undefined;
      const raw = await shelf.fetch(id);
      if (as && holes.markRead({ read: id, as })) await shelf.mark({ read: id, as });
      return { meta, raw };
    },
    send: accept,
    findByMessageId: holes.findByMessageId,
    onLetter: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    waiting: relay.waiting,
    close: async () => {
      await door.close();
      await relay.close();
      await shelf.close();
    },
  };
};
