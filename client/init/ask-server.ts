import type { Words } from '../words.js';
import type { Asker } from './asker.js';

/** Logs in at the server of a URL and leaves; throws in a sentence for people. */
export type TryLogin = (url: string, caFile?: string) => Promise<void>;

export interface ServerQuestion {
  readonly kind: 'smtp' | 'imap';
  readonly words: Words;
  readonly tryLogin: TryLogin;
  /** The URL of before, when there was one. */
  readonly before: string | undefined;
  /** The URL whose host, user and password are proposed. */
  readonly like: string | undefined;
}

const securePort = { smtp: '465', imap: '993' } as const;

/** A mail server's URL, tried out; undefined for none. */
export async function askServer(asker: Asker, question: ServerQuestion): Promise<string | undefined> {
  const { kind, before, tryLogin } = question;
  const words = question.words.init;
  if (!(await asker.yes(words.useServer[kind], before !== undefined))) return undefined;
  for (let known = before; ;) {
    const url = await askUrl(asker, question, known);
    const trouble = await asker.whileWaiting(words.trying, () => troubleWith(url, tryLogin));
    if (trouble === undefined) {
      asker.say(words.loggedIn);
      return url;
    }
    asker.say(trouble);
    const next = await asker.choose(words.howOn, words.ways);
    if (next === 'keep') return url;
    if (next === 'without') return undefined;
    known = url;
  }
}

async function troubleWith(url: string, tryLogin: TryLogin): Promise<string | undefined> {
  try {
    await tryLogin(url);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function askUrl(asker: Asker, { kind, like, ...question }: ServerQuestion, known?: string): Promise<string> {
  const words = question.words.init;
  const proposed = parts(known) ?? {
    ...parts(like),
    host: parts(like)?.host.replace(/^smtps?\./, `${kind}.`),
    port: undefined,
  };
  const host = await asker.text(words.host[kind], {
    ...(proposed.host !== undefined && { initial: proposed.host }),
    check: (given) => (/^[\w.-]+$|^\[[\da-fA-F:]+\]$/.test(given) ? undefined : words.badHost(given)),
  });
  const port = await asker.text(words.port[kind], {
    initial: proposed.port ?? securePort[kind],
    check: (given) => (/^\d{1,5}$/.test(given) && Number(given) < 65_536 ? undefined : words.badPort(given)),
  });
  const user = await asker.text(words.user[kind], proposed.user === undefined ? {} : { initial: proposed.user });
  const password = user === '' ? '' : await asker.secret(words.password(proposed.password !== undefined));
  const login =
    user === '' ? '' : `${encoded(user)}:${encoded(password === '' ? (proposed.password ?? '') : password)}@`;
  return `${kind}${port === securePort[kind] ? 's' : ''}://${login}${host}:${port}`;
}

interface ServerParts {
  readonly host: string;
  readonly port: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

function parts(url: string | undefined): ServerParts | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname, port, username, password } = new URL(url);
  return {
    host: hostname,
    port: port || undefined,
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
  };
}

/** encodeURIComponent leaves some marks alone that a shell or a URL parser may not. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
