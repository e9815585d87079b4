import type { ReadMail } from '../read/read-mail.js';
import type { MethodResult } from './authentication-results.js';
import { type TrustedTrace, trustedTrace } from './trusted-trace.js';

/** What our own server says of the address in From: its own, not its own, or neither. */
export interface Authentication {
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** What was found, a Chinese sentence without a full stop. */
  readonly finding: string;
}

/** By DMARC; without its word, by SPF and DKIM. Undefined where our server said nothing, or is not named. */
export function authenticate(
  { trace, from }: Pick<ReadMail, 'trace' | 'from'>,
  authservId: string | undefined,
): Authentication | undefined {
  const trusted = authservId === undefined ? undefined : trustedTrace(trace, authservId);
  if (trusted === undefined || from === undefined) return undefined;
  const results = trusted.fields.flat();
  const verdict = judged(trusted, domainOf(from));
  const words = results
    .filter(({ method }) => methods.includes(method))
    .map(({ method, result }) => `${method}=${result}`);
  const found = [...new Set(words)].slice(0, 8).join('，') || '没有结果';
  return { verdict, finding: `${findings[verdict]}（${found}）${verdict === 'fail' ? '，可能系冒用' : ''}` };
}

const findings = {
  pass: '本单位邮件服务器已验证发件人',
  fail: '本单位邮件服务器验证发件人未通过',
  unknown: '本单位邮件服务器未能验证发件人',
} as const;

/** Of fields that a sender may have added to, the topmost decides; the others can only speak against him. */
function judged({ fields, isCertain }: TrustedTrace, from: string): Authentication['verdict'] {
  const all = verdictOf(fields.flat(), from);
  if (isCertain) return all;
  const first = verdictOf(fields[0] ?? [], from);
  return first === 'unknown' && all === 'fail' ? 'fail' : first;
}

const methods: readonly string[] = ['dmarc', 'spf', 'dkim'];

function verdictOf(results: readonly MethodResult[], from: string): Authentication['verdict'] {
  const [dmarc] = results.filter(({ method, result }) => method === 'dmarc' && /^(pass|fail)$/.test(result));
  if (dmarc !== undefined) {
    // Found of another address than the one that we read: a mail with two of them.
    if (!isAligned(dmarc.properties.get('header.from'), from)) return 'unknown';
    return dmarc.result === 'pass' ? 'pass' : 'fail';
  }
  const spf = results.filter(({ method, properties }) => method === 'spf' && isAligned(envelopeOf(properties), from));
  const dkim = results.filter(({ method, properties }) => method === 'dkim' && isAligned(signerOf(properties), from));
  if (dkim.some(({ result, properties }) => result === 'pass' && signerOf(properties) !== undefined)) return 'pass';
  return hasFailed(spf) && hasFailed(dkim) ? 'fail' : 'unknown';
}

function hasFailed(results: readonly MethodResult[]): boolean {
  return results.length > 0 && results.every(({ result }) => /^(fail|softfail|hardfail)$/.test(result));
}

const envelopeOf = (properties: MethodResult['properties']) =>
  properties.get('smtp.mailfrom') ?? properties.get('smtp.helo');
const signerOf = (properties: MethodResult['properties']) => properties.get('header.d') ?? properties.get('header.i');

/** Relaxed, as DMARC does by default (RFC 7489, 3.1); what names no domain speaks of ours. */
function isAligned(found: string | undefined, from: string): boolean {
  if (found === undefined) return true;
  const domain = domainOf(found);
  return domain === from || domain.endsWith(`.${from}`) || (domain.includes('.') && from.endsWith(`.${domain}`));
}

function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/[.>\s]+$/, '');
}
