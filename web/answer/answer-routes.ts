import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { WebOptions } from '../web-options.js';
import { dateIn } from '../../domain/zone-time.js';
import { fairVisits } from '../fair-visits.js';
import type { WebContext, WebEnv } from '../web-env.js';
import type { AnswerForm, FormOpening, Submission } from './answer-form.js';
import { freshDraft, type Draft } from './draft.js';
import { formPage } from './form-page.js';
import { forgedLink, revokedLink } from './link-problems.js';
import { readAnswers } from './read-answers.js';
import { receiptPage } from './receipt-page.js';
import { onceAtATime } from './once-at-a-time.js';

/** GET shows, POST acts: scanners of mail open links. */
export function answerRoutes({ deps, now }: WebOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const submit = onceAtATime(deps.answers.submitAnswers);

  routes.use('/:token', fairVisits(now));
  routes.get('/:token', async (c) =>
    withForm(c, await deps.answers.openForm(c.req.param('token')), (form) =>
      c.html(formPage(form, freshDraft(form, randomUUID()), [])),
    ),
  );
  routes.post('/:token', async (c) => {
    const token = c.req.param('token');
    return withForm(c, await deps.answers.openForm(token), async (form) => {
      const receivedAt = now();
      const draft = await postedDraft(c);
      const read = readAnswers(form, draft, dateIn(form.zone, receivedAt.getTime()));
      if (!read.ok) return c.html(formPage(form, draft, read.bad), 422);
      const submission: Submission = { token, receivedAt: receivedAt.toISOString(), answers: read.answers };
      return c.html(receiptPage(form, submission, await submit(submission)));
    });
  });
  return routes;
}

async function withForm(
  c: WebContext,
  opening: FormOpening,
  show: (form: AnswerForm) => Response | Promise<Response>,
): Promise<Response> {
  if (opening.kind === 'form') return show(opening.form);
  return opening.kind === 'revoked' ? revokedLink(c, opening.why) : forgedLink(c);
}

/** Text inputs only; a file in this form is not ours. */
async function postedDraft(c: WebContext): Promise<Draft> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
