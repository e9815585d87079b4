import type { LetterMeta, ReadMark } from './shelf.js';

export interface Mailbox {
  readonly address: string;
  readonly count: number;
  readonly unread: number;
  readonly newestAt: string;
}

export interface MailboxLetter extends LetterMeta {
  readonly unread: boolean;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

interface Hole {
  readonly letters: LetterMeta[];
  readonly unread: Set<string>;
}

/** Who has which letters, kept in memory: listing a mailbox opens no file. */
export interface Pigeonholes {
  readonly put: (letter: LetterMeta) => void;
  readonly markRead: (mark: ReadMark) => boolean;
  readonly mailboxes: () => readonly Mailbox[];
  /** Newest first. */
  readonly letters: (
    address: string,
    page: Page,
  ) => { readonly total: number; readonly letters: readonly MailboxLetter[] };
  readonly find: (id: string) => LetterMeta | undefined;
  readonly findByMessageId: (messageId: string) => LetterMeta | undefined;
}

const mailbox = ([address, { letters, unread }]: [string, Hole]): Mailbox => ({
  address,
  count: letters.length,
  unread: unread.size,
  newestAt: letters.at(-1)?.receivedAt ?? '',
});

const newestFirst = ({ letters, unread }: Hole, { offset, limit }: Page): readonly MailboxLetter[] => {
  const end = Math.max(0, letters.length - offset);
  return letters
    .slice(Math.max(0, end - limit), end)
    .toReversed()
    .map((letter) => ({ ...letter, unread: unread.has(letter.id) }));
};

/** `holds` says whether a recipient has a mailbox here; others (our reply domain, a bouncing address) have none. */
export const createPigeonholes = (holds: (address: string) => boolean): Pigeonholes => {
  const holes = new Map<string, Hole>();
  const byId = new Map<string, LetterMeta>();
  const byMessageId = new Map<string, LetterMeta>();
  const holeOf = (address: string): Hole => {
    const hole = holes.get(address) ?? { letters: [], unread: new Set() };
    holes.set(address, hole);
    return hole;
  };
  return {
    put: (letter) => {
      byId.set(letter.id, letter);
      if (letter.messageId && !byMessageId.has(letter.messageId)) byMessageId.set(letter.messageId, letter);
      for (const address of new Set(letter.envelopeTo.map((recipient) => recipient.toLowerCase())).values()) {
        if (!holds(address)) continue;
        const hole = holeOf(address);
        hole.letters.push(letter);
        hole.unread.add(letter.id);
      }
    },
    markRead: ({ read, as }) => holes.get(as.toLowerCase())?.unread.delete(read) ?? false,
    mailboxes: () => [...holes].map(mailbox).toSorted((a, b) => a.address.localeCompare(b.address)),
    letters: (address, page) => {
      const hole = holes.get(address.toLowerCase());
      return hole ? { total: hole.letters.length, letters: newestFirst(hole, page) } : { total: 0, letters: [] };
    },
    find: (id) => byId.get(id),
    findByMessageId: (messageId) => byMessageId.get(messageId),
  };
};
