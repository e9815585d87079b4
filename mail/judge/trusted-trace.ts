import type { RawHeader } from '../read/split-parts.js';
import { readAuthenticationResults, type MethodResult } from './authentication-results.js';

/** What our own server found out about a mail's sender, field by field, topmost first; at least one. */
export interface TrustedTrace {
  readonly fields: readonly (readonly MethodResult[])[];
  /** The sender can have written none of them: they stand above the line by which our server took the mail in. */
  readonly isCertain: boolean;
}

/**
 * The Authentication-Results of our own server among a mail's trace fields. Servers prepend: whatever the sender wrote
 * lies below the Received line of the hop that took the mail in, and whatever names our server above that line is its
 * own. Many filters write below it (Postfix shows its own line to none of them), where a forged field lies as well if
 * the server does not strip it (RFC 8601, 5). So where none stands above, those down to the next Received line are taken,
 * and the topmost of them, which is the server's, is to decide.
 */
export function trustedTrace(trace: readonly RawHeader[], authservId: string): TrustedTrace | undefined {
  const outer = trace.findIndex((field) => isReceived(field) && !isInnerHop(field.value, authservId));
  const entry = outer < 0 ? trace.findLastIndex(isReceived) : outer;
  if (entry < 0) return undefined;
  const above = findingsIn(trace.slice(0, entry), authservId);
  if (above.length > 0) return { fields: above, isCertain: true };
  const below = trace.slice(entry + 1);
  const next = below.findIndex(isReceived);
  const fields = findingsIn(next < 0 ? below : below.slice(0, next), authservId);
  return fields.length === 0 ? undefined : { fields, isCertain: false };
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
