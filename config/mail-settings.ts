import { resolve } from 'node:path';
import { settingsWords } from './words/settings.js';
import type { GivenVariables } from './given-variables.js';
import type { Variables } from './settings-schema.js';

/** How the office sends and receives mail. */
export interface MailSettings {
  /** Domain of our own reply and envelope addresses. */
  readonly domain: string;
  readonly from: string;
  /** The relay for outgoing mail; absent means the local post office. */
  readonly smtpUrl?: string;
  /** Connections to the relay held open at most, 1 to 8. */
  readonly pool: number;
  /** Letters a minute that the relay allows; absent means as fast as it takes them. */
  readonly perMinute?: number;
  /** PEM file of certificates that are trusted in addition to the well-known ones, for SMTP and IMAP. */
  readonly caFile?: string;
  /** What the office's own server calls itself in Authentication-Results (RFC 8601); absent: no such finding is believed. */
  readonly authservId?: string;
  /** What our letters are signed with; absent where the relay signs. */
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly keyFile: string };
  /** The mailbox that answers arrive in; absent means that none is watched. */
  readonly imap?: {
    readonly url: string;
    readonly inbox: string;
    readonly processed: string;
    readonly held: string;
  };
  /** Address of the mailbox that gets a blind copy of every letter. */
  readonly archive?: string;
  /** Where the blind copies are looked up; absent means that they are kept but not asked. */
  readonly archiveImap?: {
    readonly url: string;
    readonly mailbox: string;
    /** A letter whose copy has not come by then did not leave. */
    readonly arrivesWithinMs: number;
  };
  readonly intakePort: number;
  readonly postOfficePort: number;
  /** Addresses whose mail the local post office sends back; for the demo. */
  readonly bouncing: readonly string[];
}

export function mailSettingsOf(read: Variables, folderOf: GivenVariables['folderOf']): MailSettings {
  const from = read.MAIL_FROM ?? `shuangyue@${read.MAIL_DOMAIN}`;
  return {
    domain: read.MAIL_DOMAIN,
    from,
    pool: read.SMTP_POOL,
    intakePort: read.INTAKE_SMTP_PORT,
    postOfficePort: read.POST_OFFICE_SMTP_PORT,
    bouncing: (read.POST_OFFICE_BOUNCING ?? '').split(',').flatMap((address) => address.trim() || []),
    ...(read.SMTP_URL === undefined ? {} : { smtpUrl: read.SMTP_URL }),
    ...(read.MAIL_RATE === undefined ? {} : { perMinute: read.MAIL_RATE }),
    ...(read.MAIL_CA_FILE === undefined ? {} : { caFile: resolve(folderOf('MAIL_CA_FILE'), read.MAIL_CA_FILE) }),
    ...(read.MAIL_AUTHSERV_ID === undefined ? {} : { authservId: read.MAIL_AUTHSERV_ID }),
    ...(read.ARCHIVE === undefined ? {} : { archive: read.ARCHIVE }),
    ...dkimOf(read, from, folderOf),
    ...imapOf(read),
    ...archiveImapOf(read),
  };
}

type Place = Pick<GivenVariables, 'placeOf' | 'language'>;

/** What no variable shows alone, one sentence each. */
export function mailProblems(read: Variables, given: Place): string[] {
  return [...missingCompanions(read, given), ...mailboxClashes(read, given)];
}

/** DMARC wants the signature of the domain in From, so that is what it is unless said otherwise. */
function dkimOf(read: Variables, from: string, folderOf: GivenVariables['folderOf']): Pick<MailSettings, 'dkim'> {
  const { DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile } = read;
  if (selector === undefined || keyFile === undefined) return {};
  const domain = read.DKIM_DOMAIN ?? from.replace(/>$/, '').replace(/^.*@/, '');
  return { dkim: { domain, selector, keyFile: resolve(folderOf('DKIM_KEY_FILE'), keyFile) } };
}

function imapOf(read: Variables): Pick<MailSettings, 'imap'> {
  if (read.IMAP_URL === undefined) return {};
  const { IMAP_URL: url, IMAP_INBOX: inbox, IMAP_PROCESSED: processed, IMAP_HELD: held } = read;
  return { imap: { url, inbox, processed, held } };
}

function archiveImapOf(read: Variables): Pick<MailSettings, 'archiveImap'> {
  const url = read.ARCHIVE_IMAP_URL ?? read.IMAP_URL;
  if (url === undefined || read.ARCHIVE === undefined) return {};
  return { archiveImap: { url, mailbox: archiveMailbox(read), arrivesWithinMs: 1_000 * read.ARCHIVE_WAIT } };
}

/** In an account of its own the copies lie in its inbox; in the watched account they must not. */
function archiveMailbox(read: Variables): string {
  return read.ARCHIVE_MAILBOX ?? (read.ARCHIVE_IMAP_URL === undefined ? 'Archive' : 'INBOX');
}

const companions = [
  ['DKIM_SELECTOR', 'DKIM_KEY_FILE'],
  ['DKIM_KEY_FILE', 'DKIM_SELECTOR'],
  ['DKIM_DOMAIN', 'DKIM_KEY_FILE'],
  ['ARCHIVE_IMAP_URL', 'ARCHIVE'],
  ['ARCHIVE_MAILBOX', 'ARCHIVE'],
] as const satisfies readonly (readonly [keyof Variables, keyof Variables])[];

function missingCompanions(read: Variables, { placeOf, language }: Place): string[] {
  return companions
    .filter(([name, companion]) => read[name] !== undefined && read[companion] === undefined)
    .map(([name, companion]) => settingsWords[language].companion(placeOf(name), companion));
}

function mailboxClashes(read: Variables, { placeOf, language }: Place): string[] {
  const inArchive =
    read.ARCHIVE === undefined || (read.ARCHIVE_IMAP_URL ?? read.IMAP_URL) !== read.IMAP_URL
      ? []
      : [['ARCHIVE_MAILBOX', archiveMailbox(read)] as const];
  const mailboxes = [
    ['IMAP_INBOX', read.IMAP_INBOX],
    ['IMAP_PROCESSED', read.IMAP_PROCESSED],
    ['IMAP_HELD', read.IMAP_HELD],
    ...inArchive,
  ] as const;
  const owners = new Map<string, string>();
  return mailboxes.flatMap(([name, value]) => {
    const mailbox = value.toUpperCase() === 'INBOX' ? 'INBOX' : value;
    const owner = owners.get(mailbox);
    owners.set(mailbox, owner ?? name);
    if (owner === undefined) return [];
    return [settingsWords[language].sameMailbox(placeOf(name), owner, value)];
  });
}
