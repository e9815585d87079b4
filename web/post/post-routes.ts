import { Hono } from 'hono';
import type { WebOptions } from '../web-options.js';
import { problemPage } from '../problem-page.js';
import { framingPolicy, letterBodyPolicy } from '../protect.js';
import type { PostOfficeCounter } from '../web-deps.js';
import type { WebContext, WebEnv } from '../web-env.js';
import { groupMailboxes } from './address-book.js';
import { download } from './download.js';
import { letterBody } from './letter-body.js';
import { letterPage } from './letter-page.js';
import { mailboxPage } from './mailbox-page.js';
import { mailboxesPage } from './mailboxes-page.js';
import { openLetter, type ReadLetter } from './open-letter.js';
import type { Holder, OpenedLetter } from './post-counter.js';
import { postLinks } from './post-links.js';
import { postedMail, sendNew, sendReply, type Clerk } from './send-mail.js';
import { writePage } from './write-page.js';

const pageSize = 50;
/** The post office is embedded, beside an office in this zone. */
const zone = 'Asia/Shanghai';

type LetterContext = {
  readonly holder: Holder;
  readonly id: string;
  readonly opened: OpenedLetter;
  readonly letter: ReadLetter;
};

/** Everyone's mailboxes, for a demo or a trial on this machine; letters are read and answered as real mail. */
export function postRoutes({ now }: WebOptions, counter: PostOfficeCounter): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/', async (c) => {
    const wanted = c.req.query('q') ?? '';
    const units = groupMailboxes(await counter.mailboxes(), await counter.holders(), wanted);
    return c.html(mailboxesPage(units, wanted, now(), zone));
  });

  routes.get('/:address', async (c) => {
    const holder = await holderOf(counter, c.req.param('address'));
    const pageNumber = Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1);
    const found = await counter.letters(holder.address, { offset: (pageNumber - 1) * pageSize, limit: pageSize });
    const sent = c.req.query('sent') !== undefined;
    return c.html(mailboxPage({ ...found, holder, pageNumber, pageSize, sent, now: now(), zone }));
  });

  routes.get('/:address/write', async (c) => {
    const holder = await holderOf(counter, c.req.param('address'));
    return c.html(writePage(holder, { to: '', subject: '', text: '' }, null));
  });
  routes.post('/:address/write', async (c) => {
    const holder = await holderOf(counter, c.req.param('address'));
    const posted = await postedMail(c);
    const problem = await sendNew(clerkFor(holder), posted);
    return problem
      ? c.html(writePage(holder, posted, problem), 422)
      : c.redirect(`${postLinks.mailbox(holder.address)}?sent`, 303);
  });

  routes.get('/:address/:id', (c) =>
    withLetter(c, ({ opened, ...view }) => showLetter(c, { ...view, receivedAt: opened.receivedAt }, '', null)),
  );
  routes.post('/:address/:id', (c) =>
    withLetter(c, async ({ holder, id, letter, opened }) => {
      const posted = await postedMail(c);
      const problem = await sendReply(clerkFor(holder), letter, posted);
      if (!problem) return c.redirect(`${postLinks.letter(holder.address, id)}?sent#main`, 303);
      return showLetter(c, { holder, id, letter, receivedAt: opened.receivedAt }, posted.text, problem);
    }),
  );
  routes.get('/:address/:id/body', (c) =>
    withLetter(c, ({ letter }) => {
      c.header('Content-Security-Policy', letterBodyPolicy);
      c.header('X-Frame-Options', 'SAMEORIGIN');
      return c.html(letterBody(letter.html ?? ''));
    }),
  );
  routes.get('/:address/:id/letter.eml', (c) =>
    withLetter(c, ({ id, opened }) => download(c, opened.raw, `${id}.eml`)),
  );
  routes.get('/:address/:id/attachments/:index', (c) =>
    withLetter(c, ({ letter }) => {
      const found = letter.attachments[Number(c.req.param('index'))];
      return found ? download(c, found.bytes, found.name) : noSuchLetter(c);
    }),
  );
  return routes;

  function clerkFor(holder: Holder): Clerk {
    return { counter, holder, now: now(), zone };
  }

  async function withLetter(
    c: WebContext,
    show: (found: LetterContext) => Response | Promise<Response>,
  ): Promise<Response> {
    const address = c.req.param('address') ?? '';
    const id = c.req.param('id') ?? '';
    const opened = await counter.read(address, id);
    if (!opened) return noSuchLetter(c);
    return show({ holder: await holderOf(counter, address), id, opened, letter: await openLetter(opened.raw) });
  }
}

function showLetter(
  c: WebContext,
  view: Omit<LetterContext, 'opened'> & { readonly receivedAt: string },
  draft: string,
  problem: string | null,
): Response | Promise<Response> {
  c.header('Content-Security-Policy', framingPolicy);
  const sent = c.req.query('sent') !== undefined;
  return c.html(letterPage({ ...view, sent, draft, problem, zone }), problem ? 422 : 200);
}

async function holderOf(counter: PostOfficeCounter, address: string): Promise<Holder> {
  const holders = await counter.holders();
  const found = holders.find((holder) => holder.address.toLowerCase() === address.toLowerCase());
  return found ?? { address, unit: '其他信箱', post: address };
}

function noSuchLetter(c: WebContext): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '没有这封信',
      what: '这个信箱里没有这封信，或者附件不存在。',
      where: c.req.path,
      expected: '应从信箱的列表中打开信件。',
      todo: '请返回全部信箱（/post）重新选择；以 --fresh 重新开始后，旧信已不在。',
    }),
    404,
  );
}
