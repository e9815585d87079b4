import { createPublicKey } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import type { MailSettings } from '../../config/mail-settings.js';
import { sampleDomain } from '../../config/settings-schema.js';
import { good, hint, type Check, type Finding } from './check.js';

export type LookUp = Pick<Resolver, 'resolveMx' | 'resolveTxt'>;

/** What the world's name servers say of the office's mail. Inside a closed network they say nothing: never a failure. */
export const namesCheck: Check = {
  name: 'dns',
  title: '域名（DNS）',
  seconds: 15,
  examine: ({ settings: { mail } }) => nameFindings(mail, new Resolver({ timeout: 2_500, tries: 1 })),
};

export async function nameFindings(mail: MailSettings, lookUp: LookUp): Promise<readonly Finding[]> {
  if (mail.smtpUrl === undefined) return [good('信只进本地邮局，不查域名')];
  const from = mail.from.replace(/>$/, '').replace(/^.*@/, '');
  const [exchange, ...rest] = await Promise.all([
    mailExchange(mail.domain, lookUp),
    senderPolicy(mail.domain, lookUp),
    dmarc(from, lookUp),
    ...(mail.dkim === undefined ? [] : [signingKey(mail.dkim, lookUp)]),
  ]);
  const sample = mail.domain === sampleDomain ? [hint(`MAIL_DOMAIN 还是样例 ${sampleDomain}`)] : [];
  return [...sample, exchange, ...rest];
}

async function mailExchange(domain: string, lookUp: LookUp): Promise<Finding> {
  const hosts = await answer(() => lookUp.resolveMx(domain));
  if (hosts === undefined)
    return hint(`查不到 ${domain} 的 MX 记录`, '各单位的回信靠它送达：请让域名管理员设好，或确认本单位内网另有安排。');
  return good(`${domain} 的信送往 ${hosts.map(({ exchange }) => exchange).join('、')}`);
}

/** RFC 7208, of the envelope's domain. */
async function senderPolicy(domain: string, lookUp: LookUp): Promise<Finding> {
  const policy = (await texts(domain, lookUp)).find((text) => /^v=spf1(\s|$)/i.test(text));
  if (policy !== undefined) return good(`${domain} 的 SPF：${policy.slice(0, 120)}`);
  return hint(
    `查不到 ${domain} 的 SPF 记录`,
    '没有它，对方可能当作垃圾邮件：请让域名管理员加一条 TXT，写明发信服务器。',
  );
}

async function dmarc(domain: string, lookUp: LookUp): Promise<Finding> {
  const policy = (await texts(`_dmarc.${domain}`, lookUp)).find((text) => /^v=DMARC1/i.test(text));
  return policy === undefined
    ? hint(`查不到 ${domain} 的 DMARC 记录`, '可以没有；有则对方更信任。')
    : good(`${domain} 的 DMARC：${policy.slice(0, 120)}`);
}

/** RFC 6376 3.6.1: what is published has to be the other half of the key that signs. */
async function signingKey(
  { domain, selector, keyFile }: NonNullable<MailSettings['dkim']>,
  lookUp: LookUp,
): Promise<Finding> {
  const name = `${selector}._domainkey.${domain}`;
  const published = (await texts(name, lookUp)).map((text) => /\bp=([A-Za-z0-9+/=\s]*)/.exec(text)?.[1]);
  const key = published.find((text) => text !== undefined)?.replaceAll(/\s/g, '');
  const ours = publicHalf(keyFile);
  if (key === undefined)
    return hint(`查不到 DKIM 公钥 ${name}`, `请让域名管理员加一条 TXT：v=DKIM1; k=${ours.type}; p=${ours.key}`);
  if (key === ours.key) return good(`DKIM 公钥 ${name} 与私钥相符`);
  return hint(
    `DKIM 公钥 ${name} 与 DKIM_KEY_FILE 的私钥不相符，签名会被判无效`,
    `TXT 应为：v=DKIM1; k=${ours.type}; p=${ours.key}`,
  );
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
