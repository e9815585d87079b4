import type { MailSettings } from '../../config/mail-settings.js';
import { relay, wrongWith } from '../../mail/server-trouble.js';
import { trustedCertificates } from '../../mail/trusted-certificates.js';
import { visitRelay, type RelayVisit } from '../../mail/visit/visit-relay.js';
import { certificateFinding } from './certificate-finding.js';
import { broken, good, hint, type Check, type Finding } from './check.js';

const silenceMs = 8_000;
/** A bulletin with its pictures and a bounce that quotes it. */
const leastBytes = 10 * 1024 * 1024;

/** The relay: connected to and logged in at, without sending anything. */
export const relayCheck: Check = {
  name: 'smtp',
  title: '发信服务器（SMTP）',
  seconds: 30,
  examine: async ({ settings: { mail }, now }) => relayFindings(mail, now()),
};

export async function relayFindings(mail: MailSettings, now: Date): Promise<readonly Finding[]> {
  if (mail.smtpUrl === undefined) return [hint('没有设 SMTP_URL', '信只进本地邮局，不会真的发出；正式使用前请设好。')];
  try {
    const visit = await visitRelay({ url: mail.smtpUrl, silenceMs, ...trustedCertificates(mail.caFile) });
    return [...connection(visit, now), ...abilities(visit)];
  } catch (error) {
    return [broken(wrongWith(error, relay))];
  }
}

function connection({ at, isEncrypted, hasLoggedIn, certifiedUntil }: RelayVisit, now: Date): readonly Finding[] {
  const login = hasLoggedIn ? '登录成功' : '可以连接（设置中没有用户，未登录）';
  const first = isEncrypted
    ? good(`${at} ${login}，连接加密`)
    : hint(
        `${at} ${login}，连接没有加密`,
        hasLoggedIn ? '口令以明文经过网络：请改用 smtps://，或让服务器提供 STARTTLS。' : undefined,
      );
  return [first, ...(certifiedUntil === undefined ? [] : [certificateFinding(certifiedUntil, now)])];
}

function abilities({ maxBytes, takesEightBit }: RelayVisit): readonly Finding[] {
  const limit = maxBytes === undefined ? '没有说明单封上限' : `单封至多 ${Math.floor(maxBytes / 1024 / 1024)} MB`;
  const size =
    maxBytes !== undefined && maxBytes < leastBytes
      ? hint(limit, '带附件的信可能过大：请管理员调到 10 MB 以上。')
      : good(limit);
  return [size, takesEightBit ? good('支持 8BITMIME') : hint('不支持 8BITMIME', '不妨碍发信，正文改用 7 位编码。')];
}
