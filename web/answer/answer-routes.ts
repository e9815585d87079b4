import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { PageUse } from '../web-deps.js';
import type { WebOptions } from '../web-options.js';
import { chineseDay } from '../../domain/chinese-date.js';
import { dateIn, instantIn } from '../../domain/zone-time.js';
import { fairVisits } from '../fair-visits.js';
import { peerAddress, type WebContext, type WebEnv } from '../web-env.js';
import type { AnswerForm, FormOpening, Submission } from './answer-form.js';
import { type Draft, draftToSave, draftWithout, freshDraft, withCame } from './draft.js';
import { formPage } from './form-page.js';
import { expiredLink, forgedLink, revokedLink } from './link-problems.js';
import { type BadField, readAnswers } from './read-answers.js';
import { receiptPage } from './receipt-page.js';
import { onceAtATime } from './once-at-a-time.js';
import { takeUploads } from './take-uploads.js';
import { postedPage } from './uploads.js';

/** For who began before the closing; afterwards a reply by mail is taken. */
const graceMs = 24 * 60 * 60 * 1000;

/** GET shows, POST acts: scanners of mail open links. */
export function answerRoutes({ deps, now }: WebOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const submit = onceAtATime(deps.answers.submitAnswers);
  const take = takeUploads(deps.answers);

  routes.use('/:token', fairVisits(now));
  routes.get('/:token', async (c) => {
    const token = c.req.param('token');
    return withForm(c, await deps.answers.openForm(token), async (form) => {
      await deps.answers.noteUse(token, useOf(c, now(), 'open'));
      return c.html(formPage(form, freshDraft(form, randomUUID()), []));
    });
  });
  routes.post('/:token', async (c) => {
    const token = c.req.param('token');
    return withForm(c, await deps.answers.openForm(token), async (form) => {
      const at = now();
      const posted = await postedPage(c, form.tasks);
      const { draft, bad } = await take(form, posted, { token, at });
      const savedAt = at.toISOString();
      const keep = async (fields: Draft): Promise<AnswerForm> => {
        const saved = { fields, savedAt };
        await deps.answers.keepDraft(token, saved);
        return { ...form, saved: Object.keys(fields).length > 0 ? saved : null };
      };
      const read = readAnswers(form, draft, dateIn(form.zone, at.getTime()));
      if (posted.act === 'draft' || bad.length > 0 || !read.ok) {
        const kept = await keep(draftToSave(form, draft));
        const wrong = posted.act === 'draft' || read.ok ? bad : [...withoutRepeated(bad, read.bad), ...read.bad];
        return c.html(formPage(kept, withCame(kept, draft), wrong), wrong.length > 0 ? 422 : 200);
      }
      const submission: Submission = { token, receivedAt: savedAt, answers: read.answers };
      await deps.answers.noteUse(token, useOf(c, at, 'submit'));
      const taken = await submit(submission);
      if (form.saved)
        await keep(
          draftWithout(
            form.saved.fields,
            read.answers.map(({ task }) => task),
          ),
        );
      return c.html(receiptPage(form, submission, taken));
    });
  });
  return routes;

  async function withForm(
    c: WebContext,
    opening: FormOpening,
    show: (form: AnswerForm) => Response | Promise<Response>,
  ): Promise<Response> {
    if (opening.kind === 'revoked') return revokedLink(c, opening.why);
    if (opening.kind === 'forged') return forgedLink(c);
    const { form } = opening;
    const isExpired = form.state === 'closed' && now().getTime() > Date.parse(form.closesAt) + graceMs;
    return isExpired ? expiredLink(c, chineseDay(instantIn(form.zone, form.closesAt))) : show(form);
  }
}

function useOf(c: WebContext, at: Date, act: PageUse['act']): PageUse {
  return { at: at.toISOString(), address: peerAddress(c), agent: c.req.header('user-agent') ?? '', act };
}

/** A doubt about a figure of a sheet, where the page asks the same: there it can be confirmed. */
function withoutRepeated(found: readonly BadField[], asked: readonly BadField[]): readonly BadField[] {
  const isAsked = ({ message }: BadField) =>
    asked.some(
      (one) => one.confirm !== undefined && one.message.startsWith(message.replace(/^调度表[A-Z]+\d+：/u, '')),
    );
  return found.filter((one) => !isAsked(one));
}
