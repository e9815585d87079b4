import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import type { WebContext, WebEnv } from './web-env.js';
import { problemPage } from './problem-page.js';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Forms are taken from our own pages only: the public origin, or a loopback name that the request itself used. */
export function formsFromOurPages(publicUrl: string): MiddlewareHandler<WebEnv> {
  const publicOrigin = new URL(publicUrl).origin;
  return csrf({ origin: (origin, c) => origin === publicOrigin || isOwnLoopback(origin, c.req.header('host')) });
}

/** Against DNS rebinding: pages that need no secret answer only to the names this server is known by. */
export function knownHostOnly(publicUrl: string): MiddlewareHandler<WebEnv> {
  const publicHost = new URL(publicUrl).host;
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (host !== publicHost && !loopbackNames.has(withoutPort(host))) return strangeHost(c, host, publicUrl);
    return next();
  };
}

function isOwnLoopback(origin: string, host: string | undefined): boolean {
  return host !== undefined && origin === `http://${host}` && loopbackNames.has(withoutPort(host));
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}

function strangeHost(c: WebContext, host: string, publicUrl: string): Response | Promise<Response> {
  const where = c.req.path;
  return c.html(
    problemPage({
      title: '不能从这个地址打开',
      what: `请求使用的主机名是“${host}”，本服务器不认识。`,
      where,
      expected: `应从 ${publicUrl} 打开。`,
      todo: '请改用上面的地址；如果服务器换了域名，请管理员修改设置中的公开地址。',
    }),
    403,
  );
}
