import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.js';
import type { WebOptions } from './web-options.js';

export interface WebServerOptions extends WebOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
}

export interface WebServer {
  /** Where it listens, which is not always how people reach it (`publicUrl`). */
  readonly url: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export async function startWeb({ port, host, ...options }: WebServerOptions): Promise<WebServer> {
  const server = createAdaptorServer({ fetch: createApp(options).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(host, port, cause)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () => closeServer(server),
  };
}

function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((problem) => (problem ? reject(problem) : resolve()));
    // Browsers keep connections open; without this a stop would wait for them.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}

function cannotListen(host: string, port: number, cause: Error): Error {
  const taken = 'code' in cause && cause.code === 'EADDRINUSE';
  const what = taken ? `网页端口 ${host}:${port} 已被占用` : `网页服务无法在 ${host}:${port} 监听`;
  return new Error(`${what}：应为空闲端口；请停止占用它的程序，或在设置中换一个端口。`, { cause });
}
