import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import type { MailSettings } from '../../config/mail-settings.js';
import { sampleDomain } from '../../config/settings-schema.js';
import type { DoctorWords } from './words/doctor-words.js';
import { good, hint, type Check, type Finding } from './check.js';

export type LookUp = Pick<Resolver, 'resolveMx' | 'resolveTxt'>;

/** What the world's name servers say of the office's mail. Inside a closed network they say nothing: never a failure. */
export const namesCheck: Check = {
  name: 'dns',
  seconds: 15,
  examine: ({ settings: { mail }, words }) => nameFindings(mail, words, new Resolver({ timeout: 2_500, tries: 1 })),
};

export async function nameFindings(
  mail: MailSettings,
  { mail: said }: DoctorWords,
  lookUp: LookUp,
): Promise<readonly Finding[]> {
  if (mail.smtpUrl === undefined) return [good(said.namesNotAsked)];
  const from = mail.from.replace(/>$/, '').replace(/^.*@/, '');
  const [exchange, ...rest] = await Promise.all([
    mailExchange(mail.domain, said, lookUp),
    senderPolicy(mail.domain, said, lookUp),
    dmarc(from, said, lookUp),
    ...(mail.dkim === undefined ? [] : [signingKey(mail.dkim, said, lookUp)]),
  ]);
  const sample = mail.domain === sampleDomain ? [hint(said.sampleDomain(sampleDomain))] : [];
  return [...sample, exchange, ...rest];
}

type Said = DoctorWords['mail'];

async function mailExchange(domain: string, said: Said, lookUp: LookUp): Promise<Finding> {
  const hosts = await answer(() => lookUp.resolveMx(domain));
  if (hosts === undefined) return hint(said.noExchange(domain), said.noExchangeTodo);
  return good(
    said.exchange(
      domain,
      hosts.map(({ exchange }) => exchange),
    ),
  );
}

/** RFC 7208, of the envelope's domain. */
async function senderPolicy(domain: string, said: Said, lookUp: LookUp): Promise<Finding> {
  const policy = (await texts(domain, lookUp)).find((text) => /^v=spf1(\s|$)/i.test(text));
  if (policy !== undefined) return good(said.record(domain, 'SPF', policy.slice(0, 120)));
  return hint(said.noRecord(domain, 'SPF'), said.noSpfTodo);
}

async function dmarc(domain: string, said: Said, lookUp: LookUp): Promise<Finding> {
  const policy = (await texts(`_dmarc.${domain}`, lookUp)).find((text) => /^v=DMARC1/i.test(text));
  return policy === undefined
    ? hint(said.noRecord(domain, 'DMARC'), said.noDmarcTodo)
    : good(said.record(domain, 'DMARC', policy.slice(0, 120)));
}

/** RFC 6376 3.6.1: what is published has to be the other half of the key that signs. */
async function signingKey(
  { domain, selector, keyFile }: NonNullable<MailSettings['dkim']>,
  said: Said,
  lookUp: LookUp,
): Promise<Finding> {
  const name = `${selector}._domainkey.${domain}`;
  const published = (await texts(name, lookUp)).map((text) => /\bp=([A-Za-z0-9+/=\s]*)/.exec(text)?.[1]);
  const key = published.find((text) => text !== undefined)?.replaceAll(/\s/g, '');
  const ours = publicHalf(keyFile);
  const wanted = `v=DKIM1; k=${ours.type}; p=${ours.key}`;
  if (key === undefined) return hint(said.noKey(name), said.noKeyTodo(wanted));
  if (key === ours.key) return good(said.keyGood(name));
  return hint(said.keyOther(name), said.keyOtherTodo(wanted));
}

/** RFC 8463: of an ed25519 key only its 32 bytes are published. */
function publicHalf(keyFile: string): { readonly type: string; readonly key: string } {
  const key = createPublicKey(readFileSync(keyFile));
  const spki = key.export({ type: 'spki', format: 'der' });
  const isEd = key.asymmetricKeyType === 'ed25519';
  return { type: isEd ? 'ed25519' : 'rsa', key: (isEd ? spki.subarray(-32) : spki).toString('base64') };
}

async function texts(name: string, lookUp: LookUp): Promise<readonly string[]> {
  return ((await answer(() => lookUp.resolveTxt(name))) ?? []).map((pieces) => pieces.join(''));
}

/** A name server that is away, says no or does not know is one and the same: nothing is known from here. */
async function answer<T>(ask: () => Promise<readonly T[]>): Promise<readonly T[] | undefined> {
  try {
    const found = await ask();
    return found.length === 0 ? undefined : found;
  } catch {
    return undefined;
  }
}
