import type { MailSettings } from '../../config/mail-settings.js';
import { relay, wrongWith } from '../../mail/server-trouble.js';
import { trustedCertificates } from '../../mail/trusted-certificates.js';
import { visitRelay, type RelayVisit } from '../../mail/visit/visit-relay.js';
import type { DoctorWords } from './words/doctor-words.js';
import { certificateFinding } from './certificate-finding.js';
import { broken, good, hint, type Check, type Finding } from './check.js';

const silenceMs = 8_000;
/** A bulletin with its pictures and a bounce that quotes it. */
const leastBytes = 10 * 1024 * 1024;

/** The relay: connected to and logged in at, without sending anything. */
export const relayCheck: Check = {
  name: 'smtp',
  seconds: 30,
  examine: ({ settings: { mail }, now, words }) => relayFindings(mail, now(), words),
};

export async function relayFindings(mail: MailSettings, now: Date, words: DoctorWords): Promise<readonly Finding[]> {
  if (mail.smtpUrl === undefined) return [hint(words.mail.noRelay, words.mail.noRelayTodo)];
  try {
    const visit = await visitRelay({ url: mail.smtpUrl, silenceMs, ...trustedCertificates(mail.caFile) });
    return [...connection(visit, now, words), ...abilities(visit, words)];
  } catch (error) {
    return [broken(wrongWith(error, relay, words.language))];
  }
}

function connection(
  { at, isEncrypted, hasLoggedIn, certifiedUntil }: RelayVisit,
  now: Date,
  words: DoctorWords,
): readonly Finding[] {
  const said = words.mail;
  const first = isEncrypted
    ? good(said.relayGood(at, hasLoggedIn))
    : hint(said.relayOpen(at, hasLoggedIn), hasLoggedIn ? said.relayOpenTodo : undefined);
  return [first, ...(certifiedUntil === undefined ? [] : [certificateFinding(certifiedUntil, now, words)])];
}

function abilities({ maxBytes, takesEightBit }: RelayVisit, { mail: said }: DoctorWords): readonly Finding[] {
  const limit = maxBytes === undefined ? said.noLimit : said.limit(Math.floor(maxBytes / 1024 / 1024));
  const size = maxBytes !== undefined && maxBytes < leastBytes ? hint(limit, said.limitTodo) : good(limit);
  return [size, takesEightBit ? good(said.eightBit) : hint(said.sevenBit, said.sevenBitTodo)];
}
