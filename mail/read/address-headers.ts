import { parseAddressHeader } from 'mailparser';
import { decodeHeaderText, unfold } from './header-text.js';
import type { RawHeader } from './split-parts.js';

const longestHeader = 20_000;

/** The mailboxes of all headers of one name, addresses in lower case. */
export function addressesOf(headers: readonly RawHeader[], name: string): { address: string; name: string }[] {
  return headers
    .filter((header) => header.name === name)
    .flatMap(({ value }) => parseAddressHeader(unfold(value).slice(0, longestHeader), options).value)
    .flatMap((mailbox) =>
      mailbox.address === undefined || mailbox.address === ''
        ? []
        : [{ address: mailbox.address.toLowerCase(), name: shownName(mailbox.name) }],
    );
}

// Encoded words come decoded, raw eight-bit bytes a byte a character.
function shownName(name: string): string {
  return /[\u0100-\uffff]/.test(name) ? name : decodeHeaderText(name).text;
}

const options = { flatten: true, decodePunycode: false } as const;

/** Message ids of a header, each with its brackets. */
export function messageIds(value: string): string[] {
  const found = value.match(/<[^<>\s]{3,300}>/g);
  if (found !== null) return [...new Set(found)];
  return /^[^<>\s]{1,150}@[^<>\s]{1,150}$/.test(value) ? [`<${value}>`] : [];
}
