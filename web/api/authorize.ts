import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../web-env.js';
import { apiProblem } from './api-problem.js';

/** Compares digests under a key of this process, so that neither content nor length shows in the time it takes. */
const processKey = randomBytes(32);

export function isSameSecret(given: string, expected: string): boolean {
  return expected !== '' && timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHmac('sha256', processKey).update(text).digest();
}

export function authorize(apiKey: string): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const header = c.req.header('authorization');
    const given = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
    if (given !== undefined && isSameSecret(given, apiKey)) return next();
    const what = header === undefined ? '请求没有带接口密钥' : '接口密钥不正确';
    c.header('WWW-Authenticate', 'Bearer realm="shuangyue"');
    const message = `${what}：应在 Authorization 头中写 Bearer 和设置中的接口密钥；请核对本机与服务器的设置是否相同。`;
    return apiProblem(c, 401, 'unauthorized', message, 'header.authorization');
  };
}
