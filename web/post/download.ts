import type { WebContext } from '../web-env.js';

/** Never shown in the page's own origin: whatever it claims to be, it is saved. RFC 6266, RFC 8187. */
export function download(c: WebContext, bytes: Buffer, name: string): Response {
  const ascii = name.replaceAll(/[^\w.-]+/g, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${full}`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
}
