import { Hono } from 'hono';
import { saidIn } from '../../domain/sentence.js';
import type { WebOptions } from '../web-options.js';
import type { WebContext, WebEnv } from '../web-env.js';
import { isRefusal } from '../is-refusal.js';
import { apiProblem } from './api-problem.js';
import { authorize } from './authorize.js';
import { orderRoutes } from './order-routes.js';
import { BadRequest } from './read-request.js';
import { readRoutes } from './read-routes.js';

/** The JSON API of `shuangyue` and of the board's robots; shapes in domain/board.ts and domain/office-requests.ts. */
export function apiRoutes(options: WebOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use(authorize(options.apiKey));
  routes.onError((problem, c) => refuse(c, problem));
  routes.get('/health', (c) => c.json({ ok: true, now: options.now().toISOString() }));
  routes.route('/', readRoutes(options));
  routes.route('/', orderRoutes(options));
  return routes;
}

/** The caller's mistakes are told here; ours go on to the application. */
function refuse(c: WebContext, problem: Error): Response {
  if (problem instanceof BadRequest) return apiProblem(c, 400, 'invalid', problem.message, problem.where);
  if (isRefusal(problem)) {
    const where = `${c.req.method} ${c.req.path}`;
    return apiProblem(c, 409, 'refused', problem.message, where, saidIn('en', problem));
  }
  throw problem;
}
