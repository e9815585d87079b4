import { types } from 'node:util';

/** A mail server of the office, as its coordinators know it. */
export interface MailServer {
  readonly name: '发信服务器' | '收信服务器' | '存档邮箱';
  /** The variable that names it. */
  readonly setting: 'SMTP_URL' | 'IMAP_URL' | 'ARCHIVE_IMAP_URL';
}

export const relay: MailServer = { name: '发信服务器', setting: 'SMTP_URL' };
export const inboxServer: MailServer = { name: '收信服务器', setting: 'IMAP_URL' };
export const archiveServer: MailServer = { name: '存档邮箱', setting: 'ARCHIVE_IMAP_URL' };

/** What keeps us from a server of our own, in a sentence for the coordinators. No letter and no mail is at fault. */
export interface ServerTrouble {
  readonly kind: 'password' | 'certificate' | 'unreachable' | 'full';
  readonly sentence: string;
}

/** Fields that Node, nodemailer and imapflow put on their errors. */
interface ServerError extends Error {
  readonly code?: string;
  /** nodemailer: the system's code, where `code` is its own. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: unknown;
  /** imapflow: the server answered LOGIN or AUTHENTICATE with NO. */
  readonly authenticationFailed?: boolean;
  readonly serverResponseCode?: string;
}

const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: '已过期：请其管理员换发证书',
  CERT_NOT_YET_VALID: '尚未生效：请核对本机时钟，或请其管理员换发证书',
  ERR_TLS_CERT_ALTNAME_INVALID: '不是发给这个主机名的：设置中应写证书上的主机名',
  DEPTH_ZERO_SELF_SIGNED_CERT: '是自签名的，不受信任：请用 MAIL_CA_FILE 指明签发它的根证书',
  SELF_SIGNED_CERT_IN_CHAIN: '由不受信任的机构签发：请用 MAIL_CA_FILE 指明签发它的根证书',
  UNABLE_TO_GET_ISSUER_CERT: '由不受信任的机构签发：请用 MAIL_CA_FILE 指明签发它的根证书',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: '由不受信任的机构签发：请用 MAIL_CA_FILE 指明签发它的根证书',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '由不受信任的机构签发：请用 MAIL_CA_FILE 指明签发它的根证书',
  CERT_REVOKED: '已被吊销：请其管理员换发证书',
};

const unreachable: Readonly<Record<string, string>> = {
  ENOTFOUND: '主机名查不到',
  EAI_AGAIN: '主机名暂时查不到',
  EDNS: '主机名查不到',
  ECONNREFUSED: '拒绝连接',
  ECONNRESET: '连接被切断',
  ECONNECTION: '连接被切断',
  EConnectionClosed: '连接被切断',
  NoConnection: '连接被切断',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  EPIPE: '连接被切断',
  ETIMEDOUT: '没有回音',
  ETIMEOUT: '没有回音',
  CONNECT_TIMEOUT: '没有回音',
  GREETING_TIMEOUT: '没有回音',
  UPGRADE_TIMEOUT: '没有回音',
  ClosedAfterConnectTLS: '一连上就被切断',
  ClosedAfterConnectText: '一连上就被切断',
};

/** Answers to a login that speak of the server's own trouble and not of the password (RFC 5530). */
const passing = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

/** Undefined for errors that are about something else than the connection, its certificate and its password. */
export function troubleOf(error: unknown, server: MailServer): ServerTrouble | undefined {
  const fault = faultOf(error, server);
  return fault && { kind: fault.kind, sentence: `${fault.what}；${fault.later}` };
}

/** A sentence for an error of whatever kind. */
export function sentenceOf(error: unknown, server: MailServer): string {
  return troubleOf(error, server)?.sentence ?? otherwise(error, server);
}

/** The same for who only tries a server out: nobody will come back to it. */
export function wrongWith(error: unknown, server: MailServer): string {
  const fault = faultOf(error, server);
  return fault === undefined
    ? otherwise(error, server)
    : `${fault.what}${fault.kind === 'unreachable' ? '；请核对主机、端口和网络' : ''}。`;
}

interface Fault extends Pick<ServerTrouble, 'kind'> {
  readonly what: string;
  readonly later: string;
}

function faultOf(error: unknown, { name, setting }: MailServer): Fault | undefined {
  if (!types.isNativeError(error)) return undefined;
  const failed: ServerError = error;
  const codes = [failed.originalCode ?? '', failed.code ?? '', codeOf(failed.cause)];
  const certificate = codes.flatMap((code) => certificates[code] ?? [])[0];
  if (certificate !== undefined)
    return { kind: 'certificate', what: `${name}（${setting}）的证书${certificate}`, later: '弄好后自动恢复。' };
  if (isWrongPassword(failed)) {
    const what = `${name}不接受 ${setting} 中的用户或口令（${words300(failed)}）`;
    return { kind: 'password', what, later: '请核对后改正这项设置，再重新启动。' };
  }
  const silence = codes.flatMap((code) => unreachable[code] ?? [])[0];
  if (silence === undefined) return undefined;
  return {
    kind: 'unreachable',
    what: `${name}（${setting}）连不上：${silence}`,
    later: '会一直再试，请查看服务器和网络。',
  };
}

const otherwise = (error: unknown, { name, setting }: MailServer): string =>
  `${name}（${setting}）出错：${words300(error)}`;

function isWrongPassword({ code, responseCode = 0, authenticationFailed, serverResponseCode }: ServerError): boolean {
  if (authenticationFailed === true) return !passing.has(serverResponseCode ?? '');
  return code === 'EAUTH' && responseCode >= 500;
}

function codeOf(cause: unknown): string {
  return types.isNativeError(cause) && 'code' in cause ? String(cause.code) : '';
}

function words300(error: unknown): string {
  if (!types.isNativeError(error)) return String(error).slice(0, 300);
  const { response, message }: ServerError = error;
  return (typeof response === 'string' && response !== '' ? response : message).replaceAll(/\s+/g, ' ').slice(0, 300);
}
