import { createHmac } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { isSameSecret } from '../api/authorize.js';
import type { WebContext } from '../web-env.js';

const cookie = 'shuangyue-board';
const lastsSeconds = 12 * 60 * 60;

/** Who is logged in, signed with a key derived from the API key: a new key ends every session. */
export interface Sessions {
  readonly begin: (c: WebContext, coordinator: string) => void;
  readonly end: (c: WebContext) => void;
  /** The coordinator's code, or null. */
  readonly whose: (c: WebContext) => string | null;
}

export function boardSessions(apiKey: string, publicUrl: string, now: () => Date): Sessions {
  const mac = (claims: string) => createHmac('sha256', apiKey).update(`board-session\n${claims}`).digest('base64url');
  const attributes = {
    httpOnly: true,
    sameSite: 'Strict',
    secure: publicUrl.startsWith('https:'),
    path: '/board',
  } as const;
  return {
    begin: (c, coordinator) => {
      const expires = Math.floor(now().getTime() / 1000) + lastsSeconds;
      const claims = `${Buffer.from(coordinator).toString('base64url')}.${expires}`;
      setCookie(c, cookie, `${claims}.${mac(claims)}`, { ...attributes, maxAge: lastsSeconds });
    },
    end: (c) => setCookie(c, cookie, '', { ...attributes, maxAge: 0 }),
    whose: (c) => {
      const [coordinator, expires, seal, ...rest] = (getCookie(c, cookie) ?? '').split('.');
      if (!coordinator || !expires || !seal || rest.length > 0) return null;
      if (!isSameSecret(seal, mac(`${coordinator}.${expires}`))) return null;
      return Number(expires) * 1000 > now().getTime() ? Buffer.from(coordinator, 'base64url').toString() : null;
    },
  };
}
