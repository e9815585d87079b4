import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { keepSecrets } from '../../config/secrets.js';
import type { Settings } from '../../config/settings.js';
import { readArrival } from '../../mail/imap/read-arrival.js';
import { judgeMail } from '../../mail/judge/judge-mail.js';
import { readMail } from '../../mail/read/read-mail.js';
import { classifyFailure } from '../../mail/send/failure.js';
import { inboxServer, relay, wrongWith } from '../../mail/server-trouble.js';
import { composeTrial, isTrial, type TrialLetter } from '../../mail/trial/trial-letter.js';
import { openTrialWatch, type Sighting, type TrialWatch } from '../../mail/trial/trial-watch.js';
import { replyToken } from '../../mail/token.js';
import { trustedCertificates } from '../../mail/trusted-certificates.js';
import { openOwnPostbox } from '../../worker/own-mail.js';
import { broken, good, hint, type Check, type Finding } from './check.js';
import type { DoctorWords } from './words/doctor-words.js';

export interface TrialOrder {
  /** Instead of a reply address. */
  readonly to?: string;
  readonly waitSeconds: number;
}

/** Connecting to two servers, sending, and taking the letter away again. */
const besidesSeconds = 60;

/** A letter to where replies go: whether it leaves, and whether it comes back with its tag. It is taken away again. */
export function trialCheck(order: TrialOrder): Check {
  return {
    name: 'trial',
    seconds: order.waitSeconds + besidesSeconds,
    examine: ({ settings, now, words }) => trialFindings(settings, order, now(), words),
  };
}

async function trialFindings(
  settings: Settings,
  order: TrialOrder,
  now: Date,
  words: DoctorWords,
): Promise<readonly Finding[]> {
  const { smtpUrl, imap, domain, from, caFile } = settings.mail;
  const said = words.trial;
  if (smtpUrl === undefined) return [hint(said.noRelay, said.noRelayTodo)];
  const secret = await secretOf(settings);
  const letter = await composeTrial({
    name: randomUUID(),
    secret,
    domain,
    from,
    ...(order.to !== undefined && { to: order.to }),
    date: now.toISOString(),
    subject: said.subject,
    lines: said.lines,
  });
  const trial: Trial = { settings, order, letter, secret, words };
  if (imap === undefined || !comesHere(letter.to, domain)) return (await sent(trial)).findings;
  let watch: TrialWatch;
  try {
    const access = { url: imap.url, silenceMs: 30_000, ...trustedCertificates(caFile) };
    watch = await openTrialWatch(access, [imap.inbox, imap.processed, imap.held]);
  } catch (error) {
    return [broken(said.leftover, wrongWith(error, inboxServer, words.language))];
  }
  try {
    return await sentAndSeen(trial, watch);
  } finally {
    await watch.close();
  }
}

interface Trial {
  readonly settings: Settings;
  readonly order: TrialOrder;
  readonly letter: TrialLetter;
  readonly secret: string;
  readonly words: DoctorWords;
}

/** The office makes it at its first start; before, no worker could know a trial letter anyway. */
async function secretOf(settings: Settings): Promise<string> {
  if (settings.signingSecret !== undefined) return settings.signingSecret;
  return existsSync(join(settings.home, 'secrets.json')) ? (await keepSecrets(settings)).signingSecret : randomUUID();
}

function comesHere(address: string, domain: string): boolean {
  return address.toLowerCase().endsWith(`@${domain.toLowerCase()}`);
}

interface Sent {
  readonly isAccepted: boolean;
  readonly findings: readonly Finding[];
}

async function sent({ settings, order, letter, words }: Trial): Promise<Sent> {
  const { mail } = settings;
  const said = words.trial;
  const postbox = openOwnPostbox(mail, mail.smtpUrl ?? '');
  try {
    const { response } = await postbox.deliver(letter);
    const found = good(said.accepted(letter.to, response.slice(0, 200)));
    if (!comesHere(letter.to, mail.domain))
      return { isAccepted: true, findings: [found, hint(said.lookThere(letter.to))] };
    return { isAccepted: true, findings: [found, ...(mail.imap ? [] : [hint(said.noInbox, said.noInboxTodo)])] };
  } catch (error) {
    const { kind, reason } = classifyFailure(error);
    if (kind !== 'refused') return { isAccepted: false, findings: [broken(wrongWith(error, relay, words.language))] };
    const todo = order.to === undefined ? said.wayTodo(mail.domain) : said.addressTodo;
    return { isAccepted: false, findings: [broken(said.refused(letter.to, reason), todo)] };
  } finally {
    postbox.close();
  }
}

async function sentAndSeen(trial: Trial, watch: TrialWatch): Promise<readonly Finding[]> {
  const { letter, secret, order } = trial;
  const { isAccepted, findings } = await sent(trial);
  if (!isAccepted) return findings;
  const sentAt = Date.now();
  const name = letter.messageId.slice(1, -1);
  const isOurs = (raw: Buffer) => isTrial(raw, secret) && raw.toString('latin1').includes(name);
  const sighting = await watch.find(isOurs, order.waitSeconds * 1_000);
  const seconds = Math.max(1, Math.round((Date.now() - sentAt) / 1_000));
  return [...findings, await seen(trial, watch, sighting, seconds)];
}

async function seen(
  { letter, order, secret, settings, words }: Trial,
  { junk }: TrialWatch,
  sighting: Sighting | undefined,
  seconds: number,
): Promise<Finding> {
  const said = words.trial;
  const { domain, imap } = settings.mail;
  const todo = order.to === undefined ? said.wayTodo(domain) : said.addressTodo;
  if (sighting === undefined) return broken(said.notArrived(order.waitSeconds, letter.to), todo);
  const { raw, mailbox } = sighting;
  const { envelope } = readArrival(raw, domain);
  const { kind, bounce, references } = judgeMail(await readMail(raw), envelope);
  if (kind === 'bounce') return broken(said.returned(seconds, bounce?.status ?? '', [letter.to]), todo);
  if (mailbox === junk) return broken(said.junk(seconds, mailbox), said.junkTodo);
  const where = imap?.inbox ?? mailbox;
  if (order.to !== undefined || references.replyTokens.includes(replyToken(letter.token, secret)))
    return good(said.tagged(seconds, where));
  return hint(said.untagged(seconds, where, envelope.to), said.untaggedTodo);
}
