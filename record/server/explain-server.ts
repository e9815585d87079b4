import { inBoth } from '../../domain/sentence.js';
import { codeOf } from '../error-code.js';
import { refusal } from '../refusal.js';
import { placeOf, serverIn, userOf } from './describe-server.js';
import { lostConnection, serverAway } from './server-away.js';
import { serverWords, type ServerWords } from './server-words.js';

/** What a server's refusal means to who set DATABASE_URL; errors that are none of the server's pass as they are. */
export function explainServer(error: unknown, connectionString: string): unknown {
  const said = error instanceof Error ? error.message : String(error);
  const code = codeOf(error) ?? '';
  const inWords = (words: ServerWords) => sentenceFor(words, connectionString, code, said);
  if (lostConnection(error)) {
    const away = (words: ServerWords) => awaySentence(words, serverIn(words, connectionString), code, said);
    return serverAway(inBoth(serverWords, away), error);
  }
  if (inWords(serverWords.zh) === undefined) return error;
  return refusal(
    inBoth(serverWords, (words) => inWords(words) ?? said),
    error,
  );
}

function awaySentence(words: ServerWords, where: string, code: string, said: string): string {
  if (code === '57P03') return words.starting(where);
  if (code === '53300') return words.full(where);
  if (code === 'ENOTFOUND') return words.noHost(where);
  return words.away(where, code === '' ? said : code);
}

function sentenceFor(words: ServerWords, url: string, code: string, said: string): string | undefined {
  const where = serverIn(words, url);
  const user = userOf(url) || words.noUser;
  const { database } = placeOf(url);
  switch (code) {
    case '28P01':
      return words.password(where, user);
    case '28000':
      return words.login(where, user, said);
    case '3D000':
      return words.noDatabase(where, user, database);
    case '42501':
      return words.rights(where, user, database);
    case '25006':
      return words.readOnly(where);
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'CERT_HAS_EXPIRED':
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return words.certificate(where, said);
    default:
      return withoutCode(words, where, said);
  }
}

function withoutCode(words: ServerWords, where: string, said: string): string | undefined {
  if (said.includes('does not support SSL')) return words.noTls(where);
  return said.includes('client password must be') ? words.noPassword(where) : undefined;
}
