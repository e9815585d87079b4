import { domainToASCII } from 'node:url';
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
        : [{ address: plainAddress(mailbox.address), name: shownName(mailbox.name) }],
    );
}

/**
 * Every address that some program may read in the fields of one name: two where a name in front of the brackets is one
 * too, or where two pairs of brackets stand. What is quoted, encoded or a comment is a name to all of them.
 */
export function addressesNamed(headers: readonly RawHeader[], name: string): string[] {
  const bare = headers
    .filter((header) => header.name === name)
    .map(({ value }) => unfold(value).slice(0, longestHeader).replaceAll(hidden, ' '));
  const seen = bare.flatMap((text) => text.match(bareAddress) ?? []).map(plainAddress);
  return [...new Set([...addressesOf(headers, name).map(({ address }) => address), ...seen])];
}

// Tried where a word begins, and no longer than an address may be: a long word would cost its square.
const bareAddress = /(?<![^\s<>(),;:"@])[^\s<>(),;:"@]{1,254}@[^\s<>(),;:"@]{1,254}/g;
const hidden = /"(?:[^"\\]|\\.)*"|\((?:[^()\\]|\\.)*\)|=\?[^?\s]{1,40}\?[BQ]\?[^?]*\?=/gi;

/** As addresses are compared: lower case, no dot at the end, an international domain in its ASCII form. */
function plainAddress(written: string): string {
  const text = /^[\0-\xff]*$/.test(written) ? Buffer.from(written, 'latin1').toString('utf8') : written;
  const at = text.lastIndexOf('@') + 1;
  const domain = text.slice(at).replace(/\.+$/, '');
  return `${text.slice(0, at)}${domainToASCII(domain) || domain}`.toLowerCase();
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
