import type { PostOffice } from '../../mail/post-office.js';
import type { PostOfficeCounter } from '../web-deps.js';
import type { Holder } from './post-counter.js';

/** The embedded post office as its pages see it. `send` goes out by SMTP, as a mail program's would. */
export function counterOf(
  office: PostOffice,
  holders: () => Promise<readonly Holder[]>,
  send: PostOfficeCounter['send'],
): PostOfficeCounter {
  return {
    mailboxes: async () => office.mailboxes(),
    holders,
    letters: async (address, page) => office.letters(address, page),
    read: async (address, id) => {
      const found = await office.read(id, address);
      const lies = found?.meta.envelopeTo.some((one) => one.toLowerCase() === address.toLowerCase()) ?? false;
      return found && lies ? { raw: found.raw, receivedAt: found.meta.receivedAt } : undefined;
    },
    send,
  };
}
