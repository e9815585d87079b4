import type { InboxDuties } from './clear-inbox.js';
import { accountOf, type ImapAccess } from './open-imap.js';
import { watchInbox } from './watch-inbox.js';

/** The office's own mailbox, as the activities see it. */
export interface Mailbox {
  readonly account: string;
  readonly inbox: string;
  /** Mails that are larger lie in this one. */
  readonly held: string;
  readonly maxBytes: number;
  /** Watches until the signal; throws when the connection cannot be had or is lost. */
  readonly watch: (duties: WatchDuties, signal: AbortSignal) => Promise<void>;
}

export interface WatchDuties extends Pick<InboxDuties, 'take' | 'taken' | 'tooLarge' | 'stuck'> {
  readonly seen: (instant: Date) => Promise<void>;
}

export interface MailboxSettings {
  readonly access: ImapAccess;
  readonly inbox: string;
  readonly processed: string;
  readonly held: string;
  readonly ownDomain: string;
  readonly isTrial: (raw: Buffer) => boolean;
  readonly maxBytes: number;
  readonly lookMs?: number;
  readonly now: () => Date;
}

export function openMailbox(settings: MailboxSettings): Mailbox {
  const { access, inbox, held, maxBytes } = settings;
  return {
    account: accountOf(access.url),
    inbox,
    held,
    maxBytes,
    watch: (duties, signal) => watchInbox({ ...settings, ...duties, signal }),
  };
}
