import type { ContactEntry } from '../domain/board.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import type { Words } from './words.js';

interface Shown {
  readonly zone: string;
  readonly words: Words;
  readonly paint: Terminal['paint'];
}

export function printContacts(entries: readonly ContactEntry[], { zone, words, paint }: Shown): string {
  const { contacts, names } = words;
  if (entries.length === 0) return contacts.none;
  const rows = entries.map(({ party, partyName, post, name, email, phone, since, bouncedAt, confirmedAt }) => [
    party,
    partyName,
    names.posts[post],
    name,
    email,
    phone ?? '',
    names.instant(zone, since),
    bouncedAt === null ? '' : paint('red', contacts.bounced(names.instant(zone, bouncedAt))),
    confirmedAt === null ? '' : contacts.confirmed(names.instant(zone, confirmedAt)),
  ]);
  return table(contacts.head, rows);
}
