import { Hono } from 'hono';
import { isSameSecret } from '../api/authorize.js';
import { entryRoutes } from '../entry/entry-routes.js';
import type { WebOptions } from '../web-options.js';
import type { BulletinEntry, CampaignEntry, Status } from '../../domain/board.js';
import { isRefusal } from '../is-refusal.js';
import { problemPage } from '../problem-page.js';
import { tokenBuckets } from '../token-buckets.js';
import { peerAddress, type WebContext, type WebEnv } from '../web-env.js';
import { boardPage, type BoardView } from './board-page.js';
import { campaignsPage } from './campaigns-page.js';
import { boardCommands } from './commands.js';
import { loginPage } from './login-page.js';
import { boardSessions } from './session.js';
import { signedSentence } from './signed-sentence.js';

/** The board is one office's, in one zone; every instant on it is that wall's. */
const zone = 'Asia/Shanghai';
const loginTries = { capacity: 10, perSecond: 0.1 };

export function boardRoutes(options: WebOptions): Hono<WebEnv> {
  const { deps, apiKey, publicUrl, now } = options;
  const routes = new Hono<WebEnv>();
  const sessions = boardSessions(apiKey, publicUrl, now);
  const mayTry = tokenBuckets(loginTries);

  routes.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const coordinator = textOf(form['coordinator']).trim();
    const campaign = textOf(form['campaign']);
    const again = (problem: string, status: 401 | 429) => c.html(loginPage({ coordinator, campaign, problem }), status);
    if (!mayTry(peerAddress(c), now().getTime())) return again('尝试过于频繁，请一分钟后再登录。', 429);
    if (!isSameSecret(textOf(form['key']), apiKey)) return again('接口密钥不正确，请核对服务器设置中的密钥。', 401);
    if (!isCoordinator(await deps.board.campaigns(), coordinator)) {
      const problem = coordinator === '' ? '没有填协调员代码' : `没有代码为“${coordinator}”的协调员`;
      return again(`${problem}，请填台账中 coordinators 的 code。`, 401);
    }
    sessions.begin(c, coordinator);
    return c.redirect(campaign ? `/board/${encodeURIComponent(campaign)}` : '/board', 303);
  });
  routes.post('/logout', (c) => {
    sessions.end(c);
    return c.redirect('/board', 303);
  });

  routes.get('/', (c) =>
    asCoordinator(c, async (coordinator) => {
      const campaigns = await deps.board.campaigns();
      const [only, ...others] = campaigns;
      if (only !== undefined && others.length === 0) return c.redirect(`/board/${encodeURIComponent(only.id)}`, 303);
      return c.html(campaignsPage(campaigns, coordinator));
    }),
  );
  routes.get('/:campaign', (c) => asCoordinator(c, (coordinator) => showBoard(c, coordinator, null, 200)));
  routes.post('/:campaign/letters/:letter/sign', (c) =>
    asCoordinator(c, async (coordinator) => {
      const order = { campaign: c.req.param('campaign'), letter: Number(c.req.param('letter')), by: coordinator };
      if (!isCoordinator(await campaignsNamed(order.campaign), coordinator)) {
        return showBoard(
          c,
          coordinator,
          { kind: 'refused', sentence: `“${coordinator}”不是本行动的协调员，没有签发。` },
          403,
        );
      }
      try {
        const outcome = await deps.orders.signLetter(order);
        return c.redirect(`/board/${encodeURIComponent(order.campaign)}?signed=${outcome}`, 303);
      } catch (problem) {
        if (!isRefusal(problem)) throw problem;
        return showBoard(c, coordinator, { kind: 'refused', sentence: problem.message }, 409);
      }
    }),
  );
  entryRoutes(routes, options, asCoordinator);
  return routes;

  function asCoordinator(
    c: WebContext,
    act: (coordinator: string) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    const coordinator = sessions.whose(c);
    if (coordinator !== null) return act(coordinator);
    const campaign = c.req.param('campaign') ?? '';
    return c.html(loginPage({ coordinator: '', campaign, problem: null }), 401);
  }

  async function showBoard(
    c: WebContext,
    coordinator: string,
    said: BoardView['said'],
    code: 200 | 403 | 409,
  ): Promise<Response> {
    const campaign = c.req.param('campaign') ?? '';
    const status = await deps.board.status(campaign);
    if (!status) return noSuchCampaign(c, campaign);
    const sentence = said ?? signedSentence(c.req.query('signed'));
    return c.html(boardPage({ ...(await readWaiting(status)), status, coordinator, said: sentence, zone, commands: boardCommands({ campaign, coordinator }) }), code); // prettier-ignore
  }

  async function readWaiting({
    campaign,
  }: Status): Promise<Pick<BoardView, 'heldMail' | 'unsigned' | 'doubtful' | 'drafts' | 'changes' | 'findings'>> {
    const [heldMail, drafted, doubtful, bulletins, changes, findings = []] = await Promise.all([
      deps.board.mails({ campaign, state: 'held' }),
      deps.board.letters({ campaign, state: 'drafted', kind: 'escalation' }),
      deps.board.letters({ campaign, state: 'doubtful' }),
      deps.board.bulletins(campaign),
      deps.board.contactChanges({ campaign, waiting: true }),
      deps.board.contactCheck(campaign),
    ]);
    const details = await Promise.all(drafted.map((letter) => deps.board.letter(letter.id)));
    const unsigned = details.filter((letter) => letter !== undefined);
    return { heldMail, unsigned, doubtful, drafts: undecided(bulletins), changes, findings };
  }

  async function campaignsNamed(id: string): Promise<readonly CampaignEntry[]> {
    return (await deps.board.campaigns()).filter((campaign) => campaign.id === id);
  }
}

/** Of each round the newest version counts; earlier ones were replaced by it. */
function undecided(bulletins: readonly BulletinEntry[]): readonly BulletinEntry[] {
  const newest = new Map<string, BulletinEntry>();
  for (const one of bulletins.toSorted((a, b) => a.version - b.version)) newest.set(one.round, one);
  return [...newest.values()].filter(({ state }) => state === 'draft' || state === 'returned');
}

function isCoordinator(campaigns: readonly CampaignEntry[], code: string): boolean {
  return campaigns.some((campaign) => campaign.coordinators.some((coordinator) => coordinator.code === code));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function noSuchCampaign(c: WebContext, campaign: string): Response | Promise<Response> {
  return c.html(
    problemPage({
      title: '没有这个行动',
      what: `记录中没有编号为“${campaign}”的行动。`,
      where: c.req.path,
      expected: '应为已启动的行动，例如 demo。',
      todo: '请从看板首页（/board）选择行动。',
    }),
    404,
  );
}
