import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { lostConnection } from '../record/server/server-away.js';
import { uploadLimits } from './answer/guard-upload.js';
import { answerRoutes } from './answer/answer-routes.js';
import { apiRoutes } from './api/api-routes.js';
import { apiProblem } from './api/api-problem.js';
import { contactsRoutes } from './contacts/contacts-routes.js';
import { boardRoutes } from './board/board-routes.js';
import { stylesheetPath } from './page.js';
import { postRoutes } from './post/post-routes.js';
import { problemPage, type Problem } from './problem-page.js';
import { protect } from './protect.js';
import { formsFromOurPages, knownHostOnly } from './same-origin.js';
import { stylesheet } from './stylesheet.js';
import type { WebContext, WebEnv } from './web-env.js';
import type { WebOptions } from './web-options.js';

const kib = 1024;
const limits = {
  form: 512 * kib,
  answer: uploadLimits.pageBytes,
  letter: 12 * kib * kib,
  json: 4 * kib * kib,
} as const;

export function createApp(options: WebOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(protect);
  app.onError((problem, c) => failed(c, problem, options));
  app.notFound((c) => unknownAddress(c));
  for (const pages of ['/a/*', '/c/*', '/post/*', '/board/*']) app.use(pages, formsFromOurPages(options.publicUrl));
  for (const [path, maxSize] of [
    ['/a/*', limits.answer],
    ['/c/*', limits.form],
    ['/board/*', limits.form],
    ['/post/*', limits.letter],
    ['/api/*', limits.json],
  ] as const) {
    app.use(path, bodyLimit({ maxSize, onError: (c) => tooLarge(c, maxSize) }));
  }
  for (const pages of ['/post/*', '/board/*']) app.use(pages, knownHostOnly(options.publicUrl));
  app.get('/', (c) => c.redirect(options.deps.postOffice ? '/post' : '/board'));
  app.get(stylesheetPath, (c) =>
    c.body(stylesheet, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  );
  app.route('/a', answerRoutes(options));
  app.route('/c', contactsRoutes(options));
  app.route('/api', apiRoutes(options));
  app.route('/board', boardRoutes(options));
  if (options.deps.postOffice) app.route('/post', postRoutes(options, options.deps.postOffice));
  return app;
}

function failed(c: WebContext, problem: unknown, options: WebOptions): Response | Promise<Response> {
  const where = `${c.req.method} ${c.req.routePath}`;
  if (problem instanceof HTTPException && problem.status === 403) return notOurForm(c, options.publicUrl);
  if (problem instanceof HTTPException && problem.status === 413) return tooLarge(c, limits.form);
  options.onProblem?.(problem, where);
  if (lostConnection(problem)) return recordAway(c, where);
  if (isApi(c)) return apiProblem(c, 500, 'failed', '服务器处理时出错，内容未必已经保存；请先查询再重试。', where);
  return showProblem(c, 500, {
    title: '服务器出错了',
    what: '处理这个请求时出了意外。',
    where: c.req.path,
    expected: '页面应正常打开或保存。',
    todo: '请返回上一页稍后再试（已填内容通常还在）；仍不行请电话联系发函单位。重复提交不会重复登记。',
  });
}

/** A record on PostgreSQL may be restarted under our feet; the next request opens a new connection. */
function recordAway(c: WebContext, where: string): Response | Promise<Response> {
  c.header('Retry-After', '10');
  if (isApi(c)) return apiProblem(c, 503, 'unavailable', '记录库暂时连不上，内容未必已经保存；请稍候再试。', where);
  return showProblem(c, 503, {
    title: '暂时办不了',
    what: '记录库暂时连不上，内容未必已经保存。',
    where: c.req.path,
    expected: '记录库恢复后即可打开或保存，通常不到一分钟。',
    todo: '请稍候返回上一页再提交（已填内容通常还在）；重复提交不会重复登记。急的可直接回复邮件报送。',
  });
}

function notOurForm(c: WebContext, publicUrl: string): Response | Promise<Response> {
  return showProblem(c, 403, {
    title: '这次提交没有被接受',
    what: '提交不是从本系统的页面发出的，为安全起见未作任何处理。',
    where: c.req.path,
    expected: `应在 ${publicUrl} 打开的页面上提交。`,
    todo: '请从邮件里的链接重新打开页面再提交；也可以直接回复邮件报送。',
  });
}

function unknownAddress(c: WebContext): Response | Promise<Response> {
  if (isApi(c))
    return apiProblem(c, 404, 'not-found', '没有这个接口，请核对地址和方法。', `${c.req.method} ${c.req.path}`);
  return showProblem(c, 404, {
    title: '没有这个页面',
    what: '这个地址下没有内容。',
    where: c.req.path,
    expected: '应为邮件中的填报链接，或 /board（协调员看板）。',
    todo: '请核对地址；邮件客户端有时会把长链接截断，请完整复制。',
  });
}

function tooLarge(c: WebContext, maxSize: number): Response | Promise<Response> {
  const most = maxSize < kib * kib ? `${Math.round(maxSize / kib)} KB` : `${Math.round(maxSize / kib / kib)} MB`;
  if (isApi(c)) return apiProblem(c, 413, 'too-large', `请求内容太大，最多 ${most}。`, 'body');
  return showProblem(c, 413, {
    title: '内容太大',
    what: '提交的内容超过了上限，没有保存。',
    where: c.req.path,
    expected: `不超过 ${most}。`,
    todo: '请删减文字或附件后再提交；大附件请回复邮件报送。',
  });
}

function showProblem(
  c: WebContext,
  status: 403 | 404 | 413 | 500 | 503,
  problem: Problem,
): Response | Promise<Response> {
  return c.html(problemPage(problem), status);
}

function isApi(c: WebContext): boolean {
  return c.req.path.startsWith('/api/');
}
