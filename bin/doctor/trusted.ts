import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';

/** The well-known authorities and the office's own. */
export function trusted(caFile: string | undefined): readonly string[] {
  return caFile === undefined ? rootCertificates : [...rootCertificates, readFileSync(caFile, 'utf8')];
}
