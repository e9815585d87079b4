import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './web-env.js';

const policy = (...extra: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    ...extra,
  ].join('; ');

export const pagePolicy = policy("frame-ancestors 'none'");
/** The post office frames a letter's body from this same origin. */
export const framingPolicy = policy("frame-src 'self'", "frame-ancestors 'none'");
/** A letter's own markup: inline styles, embedded pictures, links to new tabs; nothing is fetched and nothing runs. */
export const letterBodyPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

const always: Readonly<Record<string, string>> = {
  // Not no-referrer: old kernels then send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex, nofollow',
};
const unlessSet: Readonly<Record<string, string>> = {
  'Content-Security-Policy': pagePolicy,
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
};

/** Headers of every reply; a route may have set its own policy, framing or caching already. */
export const protect: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value);
  for (const [name, value] of Object.entries(unlessSet)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};
