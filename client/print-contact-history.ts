import type { ContactHolder } from '../domain/board.js';
import { table } from './table.js';
import type { Words } from './words.js';

/** Who held a party's posts, each post newest first. */
export function printContactHistory(
  party: string,
  holders: readonly ContactHolder[],
  zone: string,
  { contacts, names }: Words,
): string {
  if (holders.length === 0) return contacts.noneOf(party);
  const rows = holders.map(({ post, name, email, phone, since, until, changedBy, why, ...holder }) => [
    names.posts[post],
    name,
    email,
    phone ?? '',
    names.instant(zone, since),
    until === null ? contacts.today : names.instant(zone, until),
    changedBy,
    [
      why,
      holder.confirmedAt && contacts.confirmed(names.instant(zone, holder.confirmedAt)),
      holder.bouncedAt && contacts.hadBounced,
    ]
      .filter(Boolean)
      .join(names.semicolon),
  ]);
  return `${party}\n\n${table(contacts.historyHead, rows)}`;
}
