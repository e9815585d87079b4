import type { Words } from '../client/words.js';
import type { Settings } from '../config/settings.js';
import {
  archiveServer,
  inboxServer,
  relay,
  sentenceOf,
  troubleOf,
  wrongWith,
  type MailServer,
} from '../mail/server-trouble.js';
import { trustedCertificates } from '../mail/trusted-certificates.js';
import { visitMailbox } from '../mail/visit/visit-mailbox.js';
import { visitRelay } from '../mail/visit/visit-relay.js';
import { mistake } from '../client/mistake.js';
import { officeWords } from './words/office.js';

const silenceMs = 8_000;

/**
 * Logs in at the mail servers of the settings before anything is started. A password that is refused stops the start;
 * whatever may pass by itself is only told: letters wait, and answers by form are taken meanwhile.
 */
export async function tryMailServers(
  { mail }: Pick<Settings, 'mail'>,
  words: Words,
  print: (line: string) => void,
): Promise<void> {
  const tell = { words, print };
  const { smtpUrl, imap, archiveImap, caFile } = mail;
  const access = { silenceMs, ...trustedCertificates(caFile) };
  const refused = await Promise.all([
    smtpUrl && trial(relay, tell, () => visitRelay({ url: smtpUrl, ...access })),
    imap && trial(inboxServer, tell, () => visitMailbox({ url: imap.url, ...access }, [])),
    archiveImap &&
      archiveImap.url !== imap?.url &&
      trial(archiveServer, tell, () => visitMailbox({ url: archiveImap.url, ...access }, [])),
  ]);
  const sentences = refused.flatMap((sentence) => sentence || []);
  if (sentences.length > 0) throw mistake(officeWords[words.language].mailRefused(sentences));
}

interface Listener {
  readonly words: Words;
  readonly print: (line: string) => void;
}

/** The sentence of a server that refuses our password. */
async function trial(
  server: MailServer,
  { words, print }: Listener,
  visit: () => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await visit();
  } catch (error) {
    if (troubleOf(error, server)?.kind === 'password') return wrongWith(error, server, words.language);
    print(words.running.note(sentenceOf(error, server, words.language)));
  }
  return undefined;
}
