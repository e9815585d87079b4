import type { Words } from '../words.js';
import { isUntrusted } from '../../mail/server-trouble.js';
import type { Asker } from './asker.js';
import { askAuthority } from './ask-authority.js';

/** Logs in at the server of a URL and leaves; throws in a sentence for people, with the server's error as its cause. */
export type TryLogin = (url: string, caFile?: string) => Promise<void>;

export type ServerKind = 'smtp' | 'imap' | 'archive';

export interface ServerQuestion {
  readonly kind: ServerKind;
  readonly words: Words;
  readonly tryLogin: TryLogin;
  /** The URL of before, when there was one. */
  readonly before: string | undefined;
  /** The URL whose host, user and password are proposed. */
  readonly like: string | undefined;
  /** Root certificate of the office's own, known by now. */
  readonly caFile: string | undefined;
}

export interface ServerAnswer {
  readonly url: string | undefined;
  readonly caFile: string | undefined;
}

const scheme = { smtp: 'smtp', imap: 'imap', archive: 'imap' } as const;
const securePort = { smtp: '465', imap: '993' } as const;
const plainPorts: Readonly<Record<'smtp' | 'imap', readonly string[]>> = { smtp: ['25', '587'], imap: ['143'] };

/** A mail server's URL, tried out; undefined for none. */
export async function askServer(asker: Asker, question: ServerQuestion): Promise<ServerAnswer> {
  const { kind, before, tryLogin } = question;
  const words = question.words.init;
  let { caFile } = question;
  // Who has a relay has a mailbox too, or the answers to its letters are lost.
  if (!(await asker.yes(words.useServer[kind], kind === 'imap' || before !== undefined)))
    return { url: undefined, caFile };
  let url = await askUrl(asker, question, before);
  for (;;) {
    const trouble = await asker.whileWaiting(words.trying, () => troubleWith(() => tryLogin(url, caFile)));
    if (trouble === undefined) {
      asker.say(words.loggedIn);
      return { url, caFile };
    }
    asker.say(trouble.message);
    if (isUntrusted(trouble.cause) && (await asker.yes(words.hasAuthority, true)))
      caFile = await askAuthority(asker, words, caFile);
    else {
      const next = await asker.choose(words.howOn, words.ways);
      if (next !== 'again') return { url: next === 'keep' ? url : undefined, caFile };
      url = await askUrl(asker, question, url);
    }
  }
}

async function troubleWith(login: () => Promise<void>): Promise<Error | undefined> {
  try {
    await login();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function askUrl(asker: Asker, { kind, like, ...question }: ServerQuestion, known?: string): Promise<string> {
  const words = question.words.init;
  const protocol = scheme[kind];
  const proposed = parts(known) ?? {
    ...parts(like),
    host: parts(like)?.host.replace(/^smtps?\./, `${protocol}.`),
    port: undefined,
    isSecure: undefined,
  };
  const host = await asker.text(words.host[kind], {
    ...(proposed.host !== undefined && { initial: proposed.host }),
    check: (given) => (/^[\w.-]+$|^\[[\da-fA-F:]+\]$/.test(given) ? undefined : words.badHost(given)),
  });
  const port = await asker.text(words.port[protocol], {
    initial: proposed.port ?? securePort[protocol],
    check: (given) => (/^\d{1,5}$/.test(given) && Number(given) < 65_536 ? undefined : words.badPort(given)),
  });
  const isSecure = securityOf(protocol, port) ?? (await asker.yes(words.encrypted(port), proposed.isSecure ?? true));
  const user = await asker.text(words.user[kind], proposed.user === undefined ? {} : { initial: proposed.user });
  const password = user === '' ? '' : await asker.secret(words.password(proposed.password !== undefined));
  const login =
    user === '' ? '' : `${encoded(user)}:${encoded(password === '' ? (proposed.password ?? '') : password)}@`;
  return `${protocol}${isSecure ? 's' : ''}://${login}${host}:${port}`;
}

/** Whether all of the talk at a well-known port is encrypted; undefined for a port of the server's own. */
function securityOf(protocol: 'smtp' | 'imap', port: string): boolean | undefined {
  if (port === securePort[protocol]) return true;
  return plainPorts[protocol].includes(port) ? false : undefined;
}

interface ServerParts {
  readonly host: string;
  readonly port: string | undefined;
  readonly isSecure: boolean | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

function parts(url: string | undefined): ServerParts | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(url);
  return {
    host: hostname,
    port: port || undefined,
    isSecure: protocol.endsWith('s:'),
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
  };
}

/** encodeURIComponent leaves some marks alone that a shell or a URL parser may not. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
