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
import { refusal } from '../worker/local/refusal.js';

const silenceMs = 8_000;

/**
 * Logs in at the mail servers of the settings before anything is started. A password that is refused stops the start;
 * whatever may pass by itself is only told: letters wait, and answers by form are taken meanwhile.
 */
export async function tryMailServers({ mail }: Pick<Settings, 'mail'>, tell: (line: string) => void): Promise<void> {
  const { smtpUrl, imap, archiveImap, caFile } = mail;
  const access = { silenceMs, ...trustedCertificates(caFile) };
  const refused = await Promise.all([
    smtpUrl && trial(relay, tell, () => visitRelay({ url: smtpUrl, ...access })),
    imap && trial(inboxServer, tell, () => visitMailbox({ url: imap.url, ...access }, [])),
    archiveImap &&
      archiveImap.url !== imap?.url &&
      trial(archiveServer, tell, () => visitMailbox({ url: archiveImap.url, ...access }, [])),
  ]);
  const sentences = refused.filter((sentence) => typeof sentence === 'string' && sentence !== '');
  if (sentences.length > 0)
    throw refusal(`没有启动：\n${sentences.join('\n')}\n请改正设置后再启动；shuangyue doctor 可逐项检查。`);
}

/** The sentence of a server that refuses our password. */
async function trial(
  server: MailServer,
  tell: (line: string) => void,
  visit: () => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await visit();
  } catch (error) {
    if (troubleOf(error, server)?.kind === 'password') return wrongWith(error, server);
    tell(`请注意：${sentenceOf(error, server)}`);
  }
  return undefined;
}
