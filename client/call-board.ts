import { z } from 'zod';
import type { OfficeProblem } from '../domain/office-requests.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

export interface BoardAddress {
  /** `http://localhost:8080`, without a slash at the end. */
  readonly url: string;
  readonly apiKey: string;
  readonly words: Words;
}

/** A register of a province takes seconds to store; what is read takes none. */
const patienceMs = { read: 10_000, write: 60_000 } as const;

const problemSchema = z.object({
  error: z.object({
    code: z.enum(['unauthorized', 'invalid', 'not-found', 'refused', 'too-large', 'too-many', 'unavailable', 'failed']),
    message: z.string(),
    english: z.string().exactOptional(),
    where: z.string(),
  }),
}) satisfies z.ZodType<OfficeProblem>;

/** One request of the JSON API; with a body it is a POST. Undefined values of the query are left out. */
export async function callBoard<Reply>(
  address: BoardAddress,
  path: string,
  query: object,
  read: (response: Response) => Promise<Reply>,
  body?: object,
): Promise<Reply> {
  const response = await reach(address, path + queryText(query), body);
  if (!response.ok) throw await refused(address, response);
  try {
    return await read(response);
  } catch (cause) {
    throw mistake(address.words.notOurServer(address.url), cause);
  }
}

async function reach({ url, apiKey, words }: BoardAddress, path: string, body: object | undefined): Promise<Response> {
  const timeoutMs = body === undefined ? patienceMs.read : patienceMs.write;
  try {
    return await fetch(`${url}/api${path}`, {
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  } catch (cause) {
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    throw mistake(late ? words.boardSlow(url, timeoutMs / 1_000) : words.boardDown(url), cause);
  }
}

/** What the server failed at is its own fault, not that of whoever asked. */
async function refused({ url, words }: BoardAddress, response: Response): Promise<Error> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (!problem.success) return mistake(words.notOurServer(url));
  const { message: chinese, english = chinese, where } = problem.data.error;
  const message = words.language === 'en' ? english : chinese;
  if (response.status >= 500) return new Error(words.boardFailed(url, message, where));
  return mistake(response.status === 401 ? words.wrongKey(url, message) : message);
}

function queryText(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
