import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
}

/**
 * Signs finished bytes (RFC 6376). The letter is signed as a whole before it is sent, and not on its way as nodemailer
 * would: the stream that is watched must be the one whose end is the final dot.
 */
export function dkimSigner({ domain, selector, privateKey }: DkimKey): (raw: Buffer) => Promise<Buffer> {
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  return (raw) => buffer(signer.sign(raw));
}
