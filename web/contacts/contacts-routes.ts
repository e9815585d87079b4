import { Hono } from 'hono';
import { dateIn } from '../../domain/zone-time.js';
import { fairVisits } from '../fair-visits.js';
import type { WebContext, WebEnv } from '../web-env.js';
import type { WebOptions } from '../web-options.js';
import type { ContactsPage } from './contacts-desk.js';
import { confirmedPage, contactsPage, handedOverPage } from './contacts-page.js';
import { closedContactsLink, forgedContactsLink } from './link-problems.js';
import { emptyHolder, readHolder, type HolderDraft } from './read-holder.js';

/** GET shows, POST acts: scanners of mail open links. */
export function contactsRoutes({ deps: { contacts }, now }: WebOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.use('/:token', fairVisits(now));
  routes.get('/:token', (c) => withPage(c, (page) => c.html(contactsPage({ page, draft: freshDraft(page), bad: [] }))));
  routes.post('/:token', (c) =>
    withPage(c, async (page) => {
      const body = await c.req.parseBody();
      const said = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
      if (said('act') === 'confirm') return confirm(c, page, said('shown'));
      if (said('act') === 'change') return handOver(c, page, said);
      return c.html(
        contactsPage({ page, draft: freshDraft(page), bad: [], note: '没有看出要办什么，请点下面的按钮。' }),
        422,
      );
    }),
  );
  return routes;

  async function withPage(
    c: WebContext,
    show: (page: ContactsPage) => Response | Promise<Response>,
  ): Promise<Response> {
    const opening = await contacts.open(c.req.param('token') ?? '');
    if (opening.kind === 'page') return show(opening.page);
    return opening.kind === 'revoked' ? closedContactsLink(c, opening.why) : forgedContactsLink(c);
  }

  async function confirm(c: WebContext, page: ContactsPage, shown: string): Promise<Response> {
    const at = now().toISOString();
    const ids = shown
      .split(',')
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0);
    const outcome = await contacts.confirm(c.req.param('token') ?? '', ids, at);
    if (outcome === 'confirmed') return c.html(confirmedPage(page, at));
    const note = '登记情况在您打开本页之后有变化，没有确认：请核对下面的最新登记再点一次。';
    return c.html(contactsPage({ page, draft: freshDraft(page), bad: [], note }), 409);
  }

  async function handOver(c: WebContext, page: ContactsPage, said: (name: string) => string): Promise<Response> {
    const draft: HolderDraft = {
      post: said('post'),
      name: said('name'),
      phone: said('phone'),
      email: said('email'),
      from: said('from'),
    };
    const read = readHolder(draft);
    if (!read.ok) return c.html(contactsPage({ page, draft, bad: read.bad }), 422);
    const outcome = await contacts.handOver(c.req.param('token') ?? '', read.holder, now().toISOString());
    return c.html(handedOverPage(page, read.holder, outcome));
  }

  function freshDraft({ own, zone }: ContactsPage): HolderDraft {
    return emptyHolder(own, dateIn(zone, now().getTime()));
  }
}
