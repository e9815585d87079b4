import type { MailSettings } from '../../config/mail-settings.js';
import { archiveServer, inboxServer, wrongWith, type MailServer } from '../../mail/server-trouble.js';
import { trustedCertificates } from '../../mail/trusted-certificates.js';
import { visitMailbox, type MailboxVisit } from '../../mail/visit/visit-mailbox.js';
import type { ImapAccess } from '../../mail/imap/open-imap.js';
import { senderFindings } from './check-findings.js';
import type { DoctorWords } from './words/doctor-words.js';
import { certificateFinding } from './certificate-finding.js';
import { broken, good, hint, type Check, type Finding } from './check.js';

const silenceMs = 8_000;

/** The mailbox that answers come from: logged in at, with the folders that are used. */
export const inboxCheck: Check = {
  name: 'imap',
  seconds: 30,
  examine: async ({ settings: { mail }, now, words }) => {
    const said = words.mail;
    if (mail.imap === undefined) {
      if (mail.smtpUrl === undefined) return [good(said.noInbox)];
      return [hint(said.inboxForwarded(mail.intakePort), said.inboxForwardedTodo)];
    }
    const { url, inbox, processed, held } = mail.imap;
    return look({
      server: inboxServer,
      url,
      mail,
      now: now(),
      words,
      needed: [inbox],
      made: [processed, held],
      further: (access, found) =>
        senderFindings(
          mail,
          access,
          found.filter((mailbox) => mailbox !== held),
          words,
        ),
    });
  },
};

/** The mailbox in which a letter that broke off is looked up. */
export const archiveCheck: Check = {
  name: 'archive',
  seconds: 30,
  examine: async ({ settings: { mail }, now, words }) => {
    const said = words.mail;
    if (mail.archive === undefined) {
      return [mail.smtpUrl === undefined ? good(said.noArchiveNeeded) : hint(said.noArchive, said.noArchiveTodo)];
    }
    if (mail.archiveImap === undefined) return [hint(said.archiveUnread(mail.archive), said.archiveUnreadTodo)];
    const { url, mailbox } = mail.archiveImap;
    return look({ server: archiveServer, url, mail, now: now(), words, needed: [mailbox], made: [] });
  },
};

interface Look {
  readonly server: MailServer;
  readonly url: string;
  readonly mail: MailSettings;
  readonly now: Date;
  readonly words: DoctorWords;
  /** Folders that must be there, and those that are made when missing. */
  readonly needed: readonly string[];
  readonly made: readonly string[];
  /** What else is looked at in the mailboxes that are there. */
  readonly further?: (access: ImapAccess, found: readonly string[]) => Promise<readonly Finding[]>;
}

async function look({ server, url, mail, now, words, needed, made, further }: Look): Promise<readonly Finding[]> {
  try {
    const access = { url, silenceMs, ...trustedCertificates(mail.caFile) };
    const visit = await visitMailbox(access, [...needed, ...made]);
    const more = (await further?.(access, visit.found)) ?? [];
    return [...connection(visit, now, words), ...folders(visit, needed, made, words), ...more];
  } catch (error) {
    return [broken(wrongWith(error, server, words.language))];
  }
}

function connection(
  { at, isEncrypted, certifiedUntil, announces }: MailboxVisit,
  now: Date,
  words: DoctorWords,
): readonly Finding[] {
  const said = words.mail;
  return [
    isEncrypted ? good(said.mailboxGood(at)) : hint(said.mailboxOpen(at), said.mailboxOpenTodo),
    ...(certifiedUntil === undefined ? [] : [certificateFinding(certifiedUntil, now, words)]),
    ...(announces ? [] : [hint(said.noIdle, said.noIdleTodo)]),
  ];
}

function folders(
  { found }: MailboxVisit,
  needed: readonly string[],
  made: readonly string[],
  { mail: said }: DoctorWords,
): readonly Finding[] {
  const missing = needed.filter((mailbox) => !found.includes(mailbox));
  const toMake = made.filter((mailbox) => !found.includes(mailbox));
  return [
    ...missing.map((mailbox) => broken(said.folderMissing(mailbox), said.folderMissingTodo)),
    ...(missing.length === 0 ? [good(said.folders(found))] : []),
    ...(toMake.length === 0 ? [] : [good(said.foldersMade(toMake))]),
  ];
}
