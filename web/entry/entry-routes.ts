import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { dateIn } from '../../domain/zone-time.js';
import { freshDraft } from '../answer/draft.js';
import { postedPage } from '../answer/uploads.js';
import { isRefusal } from '../is-refusal.js';
import { download } from '../post/download.js';
import { problemPage } from '../problem-page.js';
import { framingPolicy } from '../protect.js';
import type { WebContext, WebEnv } from '../web-env.js';
import type { WebOptions } from '../web-options.js';
import type { MailFile, MailOpened } from './entry.js';
import { enteredPage } from './entered-page.js';
import { entryPage } from './entry-page.js';
import { readEntry } from './read-entry.js';

/** Who is logged in, or the page that asks. */
export type AsCoordinator = (
  c: WebContext,
  act: (coordinator: string) => Response | Promise<Response>,
) => Response | Promise<Response>;

const path = '/:campaign/mails/:mail';

/** The split view of the board: a mail that only a person can read, beside the form it answers. */
export function entryRoutes(routes: Hono<WebEnv>, { deps: { entry }, now }: WebOptions, asCoordinator: AsCoordinator) {
  routes.get(path, (c) =>
    asCoordinator(c, (coordinator) =>
      withMail(c, queried(c), (opened) => {
        const draft = opened.form ? freshDraft(opened.form, randomUUID()) : {};
        return shown(c, opened, { coordinator, campaign: campaignOf(c), draft, bad: [], refused: null }, 200);
      }),
    ),
  );
  routes.post(path, (c) =>
    asCoordinator(c, async (coordinator) => {
      const { draft: words } = await postedPage(c, []);
      const place = { party: words['party'], round: words['round'] };
      return withMail(c, place, async (opened) => {
        const { form, party, round } = opened;
        const view = { coordinator, campaign: campaignOf(c), draft: words, bad: [], refused: null };
        if (form === null || party === null || round === null)
          return shown(c, opened, { ...view, refused: '没有登记：来件已经处理，或者还没有选定单位和期次。' }, 409);
        const at = now();
        const read = readEntry(opened, form, words, dateIn(form.zone, at.getTime()));
        if (!read.ok) return shown(c, opened, { ...view, draft: read.draft, bad: read.bad }, 422);
        const { answers, absent, settle } = read;
        const mail = { campaign: campaignOf(c), mail: opened.mail.id };
        try {
          const taken = await entry.enter({ ...mail, party, round, by: coordinator, at: at.toISOString(), answers, absent, settle }); // prettier-ignore
          return c.html(enteredPage({ opened, form, coordinator, campaign: campaignOf(c), answers, absent, settle, taken })); // prettier-ignore
        } catch (problem) {
          if (!isRefusal(problem)) throw problem;
          return shown(c, opened, { ...view, draft: read.draft, refused: problem.message }, 409);
        }
      });
    }),
  );
  routes.get(`${path}/files/:index`, (c) =>
    asCoordinator(c, async () => {
      const index = Number(c.req.param('index'));
      const found = await entry.file({ campaign: campaignOf(c), mail: c.req.param('mail'), index });
      if (!found) return noSuchMail(c);
      return found.media === null || c.req.query('save') !== undefined
        ? download(c, found.content, found.name)
        : shownByBrowser(c, { ...found, media: found.media });
    }),
  );

  async function withMail(
    c: WebContext,
    { party, round }: { readonly party: string | undefined; readonly round: string | undefined },
    show: (opened: MailOpened) => Response | Promise<Response>,
  ): Promise<Response> {
    const place = { campaign: campaignOf(c), mail: c.req.param('mail') ?? '', party: party || undefined, round: round || undefined }; // prettier-ignore
    const opened = await entry.open(place);
    return opened ? show(opened) : noSuchMail(c);
  }
}

function campaignOf(c: WebContext): string {
  return c.req.param('campaign') ?? '';
}

function queried(c: WebContext) {
  return { party: c.req.query('party'), round: c.req.query('round') };
}

function shown(
  c: WebContext,
  opened: MailOpened,
  view: Omit<Parameters<typeof entryPage>[0], 'opened'>,
  status: 200 | 409 | 422,
): Response | Promise<Response> {
  c.header('Content-Security-Policy', framingPolicy);
  return c.html(entryPage({ opened, ...view }), status);
}

/** By its own first bytes a picture or a PDF; framed by our page alone, and nothing in it may act or fetch. */
function shownByBrowser(c: WebContext, { content, media }: MailFile & { readonly media: string }): Response {
  const sandbox = media === 'application/pdf' ? [] : ['sandbox'];
  return c.body(new Uint8Array(content), 200, {
    'Content-Type': media,
    'Content-Disposition': 'inline',
    'Content-Security-Policy': [filePolicy, ...sandbox].join('; '),
    'X-Frame-Options': 'SAMEORIGIN',
  });
}

/** A browser's own PDF viewer needs its styles and its plugin; a sandbox would keep it from starting. */
const filePolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

function noSuchMail(c: WebContext): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '没有这封来件',
      what: '这个行动没有这封来件，或者附件不存在。',
      where: c.req.path,
      expected: '应从看板的“待录入”或“待核来信”中打开。',
      todo: '请返回看板（/board）重新选择。',
    }),
    404,
  );
}
