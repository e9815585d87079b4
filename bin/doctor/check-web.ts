import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { keepSecrets } from '../../config/secrets.js';
import { publicUrlOf, type Settings } from '../../config/settings.js';
import { broken, good, hint, type Check, type Finding, type Visit } from './check.js';
import type { DoctorWords } from './words/doctor-words.js';
import { clockSkew } from './clock-skew.js';

const patienceMs = 8_000;

/** The pages: on this machine, and where the departments open them. */
export const webCheck: Check = {
  name: 'web',
  seconds: 20,
  examine: async (visit) => [await here(visit), ...(await outside(visit))],
};

async function here({ settings, isUp, words }: Visit): Promise<Finding> {
  const { port } = settings.web;
  const said = words.services;
  const url = `http://127.0.0.1:${port}`;
  if (port === 0) return hint(said.webAnyPort, said.webAnyPortTodo);
  const answer = await ask(url, said, await keyOf(settings));
  if ('reason' in answer) {
    return isUp
      ? broken(said.webSilent(url, answer.reason), said.workerLog)
      : hint(said.webNotUp(url), said.officeNotUp);
  }
  if (answer.status === 200 && answer.isOurs) return good(said.webGood(url));
  if (answer.isOurs) return broken(said.webOtherKey(url), said.webOtherKeyTodo);
  return broken(said.webNotOurs(url), said.webNotOursTodo(port));
}

/** Without the key: whoever answers there is not known yet. */
async function outside({ settings, isUp, now, words }: Visit): Promise<readonly Finding[]> {
  const { publicUrl } = settings.web;
  const said = words.services;
  if (publicUrl === undefined) return [hint(said.noPublicUrl(publicUrlOf(settings.web)), said.noPublicUrlTodo)];
  const answer = await ask(publicUrl, said);
  if ('reason' in answer) {
    return [hint(said.publicAway(publicUrl, answer.reason), said.publicAwayTodo)];
  }
  const clock = answer.date === undefined ? [] : [clockSkew(publicUrl, answer.date, now(), words)];
  if (answer.isOurs) return [good(said.publicGood(publicUrl)), ...clock];
  const todo = said.publicNotOursTodo(settings.web.port);
  return [(isUp ? broken : hint)(said.publicNotOurs(publicUrl, answer.status), todo), ...clock];
}

type Answer = { readonly status: number; readonly isOurs: boolean; readonly date?: Date } | { readonly reason: string };

async function ask(url: string, said: DoctorWords['services'], key?: string): Promise<Answer> {
  try {
    const response = await fetch(`${url}/api/health`, {
      signal: AbortSignal.timeout(patienceMs),
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });
    const body = (await response.text()).slice(0, 1_000);
    const date = new Date(response.headers.get('date') ?? '');
    return {
      status: response.status,
      isOurs: /^\{"(ok":true|error":\{"code":"unauthorized")/.test(body),
      ...(!Number.isNaN(date.getTime()) && { date }),
    };
  } catch (error) {
    return { reason: reasonOf(error, said) };
  }
}

function reasonOf(error: unknown, { noAnswerWithin }: DoctorWords['services']): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return noAnswerWithin(patienceMs / 1_000);
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** Made by the first start; a key made here would be one that no server knows. */
async function keyOf(settings: Settings): Promise<string | undefined> {
  if (settings.apiKey !== undefined) return settings.apiKey;
  return existsSync(join(settings.home, 'secrets.json')) ? (await keepSecrets(settings)).apiKey : undefined;
}
