import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { Deps } from '../activities/deps.js';
import type { Settings } from '../config/settings.js';
import { openArchive } from '../mail/imap/archive.js';
import { openMailbox } from '../mail/imap/mailbox.js';
import { refusal } from './local/refusal.js';

interface Limits {
  readonly maxMailBytes: number;
  readonly now: () => Date;
}

/** The office's mailbox and archive at its mail server, where the settings name them. */
export function openOwnMail(mail: Settings['mail'], { maxMailBytes: maxBytes, now }: Limits) {
  const { imap, archiveImap, domain: ownDomain } = mail;
  const ca = trusted(mail.caFile);
  const own: Pick<Deps, 'mailbox' | 'archive'> = {
    ...(imap && { mailbox: openMailbox({ ...imap, access: { url: imap.url, ...ca }, ownDomain, maxBytes, now }) }),
    ...(archiveImap && { archive: openArchive({ url: archiveImap.url, ...ca }, archiveImap.mailbox) }),
  };
  return own;
}

/** The well-known authorities, and the office's own. */
export function trusted(caFile: string | undefined): { readonly ca?: readonly string[] } {
  if (caFile === undefined) return {};
  try {
    const own = readFileSync(caFile, 'utf8');
    if (!own.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no certificate in it');
    return { ca: [...rootCertificates, own] };
  } catch (cause) {
    throw refusal(
      `MAIL_CA_FILE 指向的 ${caFile} 读不出证书：应为 PEM 格式的根证书文件；请改正，或删去这项设置。`,
      cause,
    );
  }
}
