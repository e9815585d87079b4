import type { Holder, Mailbox } from './post-counter.js';

export interface NamedMailbox extends Mailbox {
  readonly unit: string;
  readonly post: string;
}

export interface Unit {
  readonly name: string;
  readonly mailboxes: readonly NamedMailbox[];
}

const strangers = '其他信箱';

/** Mailboxes by unit, units in the register's order, strangers last; a person may look for any part of a name. */
export function groupMailboxes(mailboxes: readonly Mailbox[], holders: readonly Holder[], wanted: string): Unit[] {
  const named = nameMailboxes(mailboxes, holders);
  const words = wanted.trim().toLowerCase();
  const found = named.filter((box) => `${box.unit}${box.post}${box.address}`.toLowerCase().includes(words));
  const units = [...new Set([...holders.map((holder) => holder.unit), strangers])];
  return units
    .map((name) => ({ name, mailboxes: found.filter((box) => box.unit === name) }))
    .filter((unit) => unit.mailboxes.length > 0);
}

/** Every holder has a mailbox, also before the first letter. */
function nameMailboxes(mailboxes: readonly Mailbox[], holders: readonly Holder[]): readonly NamedMailbox[] {
  const byAddress = new Map(mailboxes.map((box) => [box.address.toLowerCase(), box]));
  const known = new Set(holders.map((holder) => holder.address.toLowerCase()));
  return [
    ...holders.map((holder) => ({
      ...(byAddress.get(holder.address.toLowerCase()) ?? emptyBox(holder.address)),
      ...holder,
    })),
    ...mailboxes
      .filter((box) => !known.has(box.address.toLowerCase()))
      .map((box) => ({ ...box, unit: strangers, post: box.address })),
  ];
}

function emptyBox(address: string): Mailbox {
  return { address, count: 0, unread: 0, newestAt: '' };
}
