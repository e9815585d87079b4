import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Deps } from '../activities/deps.js';
import type { Settings } from '../config/settings.js';
import { openArchive } from '../mail/imap/archive.js';
import { openMailbox } from '../mail/imap/mailbox.js';
import { createPostbox, type Postbox } from '../mail/send/postbox.js';
import { trustedCertificates } from '../mail/trusted-certificates.js';
import { inBoth } from '../domain/sentence.js';
import { startWords } from './start-words.js';
import { refusal } from './local/refusal.js';

interface Limits {
  readonly maxMailBytes: number;
  readonly isTrial: (raw: Buffer) => boolean;
  readonly now: () => Date;
}

/** The office's mailbox and archive at its mail server, where the settings name them. */
export function openOwnMail(mail: Settings['mail'], { maxMailBytes: maxBytes, isTrial, now }: Limits) {
  const { imap, archiveImap, domain: ownDomain } = mail;
  const ca = trusted(mail.caFile);
  const own: Pick<Deps, 'mailbox' | 'archive'> = {
    ...(imap && {
      mailbox: openMailbox({ ...imap, access: { url: imap.url, ...ca }, ownDomain, isTrial, maxBytes, now }),
    }),
    ...(archiveImap && { archive: openArchive({ url: archiveImap.url, ...ca }, archiveImap.mailbox, archiveImap) }),
  };
  return own;
}

/** The way out, to the relay of the settings or to the local post office. */
export function openOwnPostbox(mail: Settings['mail'], url: string): Postbox {
  const { pool, perMinute, dkim } = mail;
  return createPostbox({
    url,
    pool,
    ...trusted(mail.caFile),
    ...(perMinute !== undefined && { perMinute }),
    // The local post office asks for no signature.
    ...(dkim && mail.smtpUrl !== undefined && { dkim: { ...dkim, privateKey: readKey(dkim.keyFile) } }),
  });
}

function readKey(keyFile: string): string {
  try {
    const key = readFileSync(keyFile, 'utf8');
    createPrivateKey(key);
    return key;
  } catch (cause) {
    throw refusal(
      inBoth(startWords, ({ dkimKey }) => dkimKey(keyFile)),
      cause,
    );
  }
}

/** The well-known authorities, and the office's own. */
function trusted(caFile: string | undefined): { readonly ca?: readonly string[] } {
  if (caFile === undefined) return {};
  try {
    const certificates = trustedCertificates(caFile);
    if (!certificates.ca?.at(-1)?.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no certificate in it');
    return certificates;
  } catch (cause) {
    throw refusal(
      inBoth(startWords, (words) => words.caFile(caFile)),
      cause,
    );
  }
}
