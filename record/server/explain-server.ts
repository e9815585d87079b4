import { codeOf } from '../error-code.js';
import { refusal } from '../refusal.js';
import { describeServer, placeOf, userOf } from './describe-server.js';
import { lostConnection, serverAway } from './server-away.js';

/** What a server's refusal means to who set DATABASE_URL; errors that are none of the server's pass as they are. */
export function explainServer(error: unknown, connectionString: string): unknown {
  const where = `PostgreSQL（${describeServer(connectionString)}）`;
  const said = error instanceof Error ? error.message : String(error);
  if (lostConnection(error)) return serverAway(awaySentence(where, error, said), error);
  const sentence = sentences(where, connectionString, said)[codeOf(error) ?? ''] ?? withoutCode(where, said);
  return sentence === undefined ? error : refusal(sentence, error);
}

function awaySentence(where: string, error: unknown, said: string): string {
  const code = codeOf(error) ?? '';
  if (code === '57P03') return `${where} 正在启动或停止，还不能连接：请稍候，或查看服务器的日志。`;
  if (code === '53300') return `${where} 的连接已用满：请调小 DATABASE_POOL，或调大服务器的 max_connections。`;
  if (code === 'ENOTFOUND') return `找不到 ${where} 的主机：请核对 DATABASE_URL 中的主机名和本机的域名解析。`;
  const reason = code === '' ? said : code;
  return `连不上 ${where}（${reason}）：请确认服务器已启动、DATABASE_URL 中的地址和端口正确、防火墙放行。`;
}

function sentences(where: string, url: string, said: string): Readonly<Record<string, string>> {
  const user = userOf(url) || '（未写明）';
  const { database } = placeOf(url);
  const certificate = `${where} 的证书没有通过验证（${said}）：请在 DATABASE_URL 中以 sslrootcert 指明签发证书的文件，或改用 sslmode=require（只加密，不验证）。`;
  return {
    '28P01': `${where} 不认用户 ${user} 的口令：请改正 DATABASE_URL 中的用户名或口令（口令里的特殊符号要写成 %XX）。`,
    '28000': `${where} 不许用户 ${user} 这样登录（${said}）：请核对用户名、sslmode，或由管理员修改服务器的 pg_hba.conf。`,
    '3D000': `${where} 没有数据库 ${database}：请由管理员执行 createdb -O ${user} -E UTF8 -T template0 ${database}，或改正 DATABASE_URL。`,
    '42501': `用户 ${user} 在 ${where} 无权建表或读写：请由管理员执行 alter database ${database} owner to ${user}，再启动。`,
    '25006': `${where} 是只读的（备用服务器）：请把 DATABASE_URL 指向主服务器。`,
    SELF_SIGNED_CERT_IN_CHAIN: certificate,
    DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
    CERT_HAS_EXPIRED: certificate,
    ERR_TLS_CERT_ALTNAME_INVALID: certificate,
  };
}

function withoutCode(where: string, said: string): string | undefined {
  if (said.includes('does not support SSL')) {
    return `${where} 不支持加密连接：请由管理员打开服务器的 ssl，或从 DATABASE_URL 中去掉 sslmode。`;
  }
  if (said.includes('client password must be'))
    return `${where} 要求口令，DATABASE_URL 中没有：请写成 postgres://用户:口令@主机/库。`;
  return undefined;
}
