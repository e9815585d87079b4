import type { Envelope } from '../judge/envelope.js';
import { headerValues, type ReadMail } from '../read/read-mail.js';

const recipientHeaders = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];

/** The envelope of a mail that lies in a file, as far as the servers it passed wrote it down. */
export function envelopeInFile(mail: ReadMail): Envelope {
  const path = headerValues(mail, 'return-path')[0]?.replaceAll(/[<>\s]/g, '');
  const to = recipientHeaders
    .flatMap((name) => headerValues(mail, name))
    .map((value) => value.replaceAll(/[<>\s]/g, ''));
  return { from: (path ?? mail.from ?? 'unknown@invalid').slice(0, 320), to: [...new Set(to)].slice(0, 50) };
}
