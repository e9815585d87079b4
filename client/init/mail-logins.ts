import { inboxServer, relay, wrongWith, type MailServer } from '../../mail/server-trouble.js';
import { trustedCertificates } from '../../mail/trusted-certificates.js';
import type { Language } from '../../domain/sentence.js';
import { mistake } from '../mistake.js';
import type { Logins } from './ask-office.js';

const silenceMs = 10_000;

/** Logging in for trial, as sending and fetching will. What speaks to servers is loaded when one is tried. */
export const mailLogins = (language: Language): Logins => ({
  smtp: (url, caFile) =>
    explained(relay, language, async () => {
      const { visitRelay } = await import('../../mail/visit/visit-relay.js');
      await visitRelay({ url, silenceMs, ...trustedCertificates(caFile) });
    }),
  imap: (url, caFile) =>
    explained(inboxServer, language, async () => {
      const { visitMailbox } = await import('../../mail/visit/visit-mailbox.js');
      await visitMailbox({ url, silenceMs, ...trustedCertificates(caFile) }, []);
    }),
});

async function explained(server: MailServer, language: Language, login: () => Promise<void>): Promise<void> {
  try {
    await login();
  } catch (error) {
    throw mistake(wrongWith(error, server, language), error);
  }
}
