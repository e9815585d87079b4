import { types } from 'node:util';
import type { Language } from '../domain/sentence.js';
import { serverWords } from './server-words.js';

/** A mail server of the office, as its coordinators know it. */
export interface MailServer {
  readonly name: keyof (typeof serverWords)['zh']['names'];
  /** The variable that names it. */
  readonly setting: 'SMTP_URL' | 'IMAP_URL' | 'ARCHIVE_IMAP_URL';
}

export const relay: MailServer = { name: 'relay', setting: 'SMTP_URL' };
export const inboxServer: MailServer = { name: 'inbox', setting: 'IMAP_URL' };
export const archiveServer: MailServer = { name: 'archive', setting: 'ARCHIVE_IMAP_URL' };

/** What keeps us from a server of our own, in a sentence for the coordinators; what is stored or mailed is Chinese. No letter and no mail is at fault. */
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

/** Answers to a login that speak of the server's own trouble and not of the password (RFC 5530). */
const passing = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

/** Of a certificate whose authority is not known; OpenSSL's names. */
const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Undefined for errors that are about something else than the connection, its certificate and its password. */
export function troubleOf(error: unknown, server: MailServer, language: Language = 'zh'): ServerTrouble | undefined {
  const fault = faultOf(error, server, language);
  if (fault === undefined) return undefined;
  const { withLater, later } = serverWords[language];
  return { kind: fault.kind, sentence: withLater(fault.what, later[fault.kind]) };
}

/** True where the certificate is good but for who signed it: an authority of the office's own may have. */
export function isUntrusted(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  const { originalCode = '', code = '', cause }: ServerError = error;
  return [originalCode, code, codeOf(cause)].some((each) => untrusted.has(each));
}

/** A sentence for an error of whatever kind. */
export function sentenceOf(error: unknown, server: MailServer, language: Language = 'zh'): string {
  return troubleOf(error, server, language)?.sentence ?? otherwise(error, server, language);
}

/** The same for who only tries a server out: nobody will come back to it. */
export function wrongWith(error: unknown, server: MailServer, language: Language): string {
  const fault = faultOf(error, server, language);
  return fault === undefined
    ? otherwise(error, server, language)
    : `${fault.what}${serverWords[language].nobodyRetries[fault.kind]}`;
}

interface Fault {
  readonly kind: keyof (typeof serverWords)['zh']['later'];
  readonly what: string;
}

function faultOf(error: unknown, { name, setting }: MailServer, language: Language): Fault | undefined {
  if (!types.isNativeError(error)) return undefined;
  const failed: ServerError = error;
  const codes = [failed.originalCode ?? '', failed.code ?? '', codeOf(failed.cause)];
  const words = serverWords[language];
  const server = words.names[name];
  const certificate = firstOf(words.certificate, codes);
  if (certificate !== undefined)
    return { kind: 'certificate', what: words.badCertificate(server, setting, certificate) };
  if (isWrongPassword(failed)) return { kind: 'password', what: words.badPassword(server, setting, words300(failed)) };
  const silence = firstOf(words.silence, codes);
  return silence === undefined ? undefined : { kind: 'unreachable', what: words.unreachable(server, setting, silence) };
}

function firstOf(said: Readonly<Record<string, string>>, codes: readonly string[]): string | undefined {
  return codes.flatMap((code) => said[code] ?? [])[0];
}

function otherwise(error: unknown, { name, setting }: MailServer, language: Language): string {
  const words = serverWords[language];
  return words.otherwise(words.names[name], setting, words300(error));
}

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
