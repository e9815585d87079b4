import type { RawHeader } from '../read/split-parts.js';
import { readAuthenticationResults, type MethodResult } from './authentication-results.js';

/** What our own server found out about a mail's sender. */
export interface TrustedTrace {
  readonly results: readonly MethodResult[];
  /** The sender cannot have written it: it stands above the line by which our server took the mail in. */
  readonly isCertain: boolean;
}

/**
 * The Authentication-Results of our own server among a mail's trace fields. Servers prepend: whatever the sender wrote
 * lies below the Received line of the hop that took the mail in, and whatever names our server above that line is its
 * own. Some servers write their finding below it, where a forged one may stand as well. So where there is none above, the
 * topmost one down to the next Received line counts alone, and never in the sender's favour.
 */
export function trustedTrace(trace: readonly RawHeader[], authservId: string): TrustedTrace | undefined {
  const entry = trace.findIndex((field) => isReceived(field) && !isInnerHop(field.value, authservId));
  const above = entry < 0 ? [] : findingsIn(trace.slice(0, entry), authservId);
  if (above.length > 0) return { results: above.flat(), isCertain: true };
  const below = trace.slice(entry + 1);
  const next = below.findIndex(isReceived);
  const [topmost] = findingsIn(next < 0 ? below : below.slice(0, next), authservId);
  return topmost && { results: topmost, isCertain: false };
}

const isReceived = ({ name }: RawHeader): boolean => name === 'received';

/** By field, topmost first. */
function findingsIn(fields: readonly RawHeader[], authservId: string): readonly (readonly MethodResult[])[] {
  return fields
    .filter(({ name }) => name === 'authentication-results')
    .flatMap(({ value }) => readAuthenticationResults(value) ?? [])
    .filter((read) => read.authservId === authservId.toLowerCase())
    .map(({ results }) => results);
}

/**
 * A hop within our own system: from no host at all, into the mailbox by LMTP, from the same machine, or from the server
 * that checks on to another. The name that a client gave of itself proves nothing, its address does.
 */
function isInnerHop(value: string, authservId: string): boolean {
  const from = /^\s*from\s([\s\S]*?)\sby\s/i.exec(value)?.[1];
  if (from === undefined) return /^\s*\(?[^;]*\bby\s/i.test(value);
  const bare = value.replaceAll(/\([^()]*\)/g, ' ');
  if (/\swith\s+LMTPS?A?\b/i.test(bare)) return true;
  const addresses = [...from.matchAll(/[[(](?:IPv6:)?([\da-f.:]{3,45})[\])]/gi)].map(([, address = '']) => address);
  if (addresses.length > 0 && addresses.every((address) => /^(127\.|::1$)/.test(address))) return true;
  const by = /\sby\s+([\w.-]+)/i.exec(bare)?.[1] ?? '';
  // In brackets stands the name that was looked up, not the one that was claimed.
  const proven = /\(([\w.-]+)\.?\s+\[/.exec(from)?.[1] ?? '';
  return isOf(proven, authservId) && !isOf(by, authservId);
}

const isOf = (host: string, authservId: string): boolean => host.toLowerCase() === authservId.toLowerCase();
