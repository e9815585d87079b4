import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';

/** The well-known authorities and, from a PEM file, the office's own; empty leaves the choice to the client. */
export function trustedCertificates(caFile: string | undefined): { readonly ca?: readonly string[] } {
  return caFile === undefined ? {} : { ca: [...rootCertificates, readFileSync(caFile, 'utf8')] };
}
