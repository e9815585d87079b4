import { errorSaying, type Sentence } from '../../domain/sentence.js';
import { codeOf } from '../error-code.js';

/** Refused because the server cannot be reached now: the message is for people, and trying again may help. */
export const serverAway = (said: Sentence, cause: unknown): Error => errorSaying(said, 'ServerAway', cause);

export const isServerAway = (error: unknown): error is Error => error instanceof Error && error.name === 'ServerAway';

/** SQLSTATE class 08, a server that starts, stops or has no connection left (57P0x, 53300), and the network's own. */
const away =
  /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver says without a code. */
const awayWords =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|This socket has been ended)/;

/** Whether a statement failed because its connection did: nothing is known to be wrong with the statement. */
export function lostConnection(error: unknown): boolean {
  if (isServerAway(error) || away.test(codeOf(error) ?? '')) return true;
  return error instanceof Error && awayWords.test(error.message);
}
