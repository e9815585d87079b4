import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { html } from 'hono/html';

export type WebEnv = { readonly Bindings: Partial<HttpBindings> };
export type WebContext = Context<WebEnv>;
export type Markup = ReturnType<typeof html>;

/** The peer's address; behind a proxy this is the proxy, so limits by it must leave room for a whole office. */
export function peerAddress(c: WebContext): string {
  // Absent where a request did not come over a socket.
  const env: Partial<HttpBindings> | undefined = c.env;
  return env?.incoming?.socket.remoteAddress ?? 'unknown';
}
