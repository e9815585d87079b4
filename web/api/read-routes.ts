import { Hono } from 'hono';
import { z } from 'zod';
import { wordMedia } from '../../documents/word-media.js';
import type { LetterKind, LetterState, MailState } from '../../record/schema.js';
import type { WebOptions } from '../web-options.js';
import type { WebContext, WebEnv } from '../web-env.js';
import { apiProblem } from './api-problem.js';
import { linkEntry } from './link-entry.js';
import { readPath, readQuery } from './read-request.js';
import { code } from './request-shapes.js';

const inCampaign = z.object({ campaign: code });
const whole = z.coerce.number().int().min(1);
const filter = code.optional();

const letterKinds = [
  'opening',
  'reminder',
  'calls',
  'overdue',
  'second-overdue',
  'escalation',
  'settled',
  'receipt',
  'return',
  'handover',
  'unfounded',
  'bulletin',
  'report',
  'note',
  'contacts',
] as const satisfies readonly LetterKind[];
const letterStates = [
  'drafted',
  'ready',
  'sending',
  'sent',
  'doubtful',
  'refused',
  'cancelled',
  'lapsed',
] as const satisfies readonly LetterState[];
const mailStates = [
  'received',
  'delivered',
  'noted',
  'held',
  'released',
  'refused',
] as const satisfies readonly MailState[];

const letterFilter = inCampaign.extend({
  state: z.enum(letterStates).optional(),
  kind: z.enum(letterKinds).optional(),
  round: filter,
  desk: filter,
});
const mailFilter = z.object({ campaign: filter, state: z.enum(mailStates).optional() });

export function readRoutes({ deps: { board }, publicUrl }: WebOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/campaigns', async (c) => c.json(await board.campaigns()));
  routes.get('/status', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    return found(c, await board.status(campaign), `行动 ${campaign}`, 'query.campaign');
  });
  routes.get('/tasks/:number', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    const { number } = readPath(c, z.object({ number: whole }));
    return found(c, await board.task(campaign, number), `行动 ${campaign} 的任务${number}`, 'path.number');
  });
  routes.get('/letters', async (c) => c.json(await board.letters(readQuery(c, letterFilter))));
  routes.get('/letters/:id', async (c) => {
    const { id } = readPath(c, z.object({ id: whole }));
    return found(c, await board.letter(id), `函 ${id}`, 'path.id');
  });
  routes.get('/letters/:id/docx', async (c) => {
    const { id } = readPath(c, z.object({ id: whole }));
    return found(c, await board.letterPaper(id), `函 ${id}`, 'path.id');
  });
  routes.get('/mail', async (c) => c.json(await board.mails(readQuery(c, mailFilter))));
  routes.get('/mail/:id', async (c) => {
    const { id } = readPath(c, z.object({ id: code }));
    return found(c, await board.mail(id), `来信 ${id}`, 'path.id');
  });
  routes.get('/bulletins', async (c) => c.json(await board.bulletins(readQuery(c, inCampaign).campaign)));
  routes.get('/bulletins/:round/:version/html', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    const { round, version } = readPath(c, z.object({ round: code, version: whole }));
    const page = await board.bulletinPage(campaign, round, version);
    return page === undefined ? found(c, undefined, `${round} 的简报第${version}版`, 'path.version') : c.html(page);
  });
  routes.get('/bulletins/:round/:version/docx', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    const { round, version } = readPath(c, z.object({ round: code, version: whole }));
    const file = await board.bulletinDocx(campaign, round, version);
    if (file === undefined) return found(c, undefined, `${round} 的简报第${version}版`, 'path.version');
    return c.body(new Uint8Array(file), 200, { 'Content-Type': wordMedia });
  });
  routes.get('/bulletins/:round/:version/texts', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    const { round, version } = readPath(c, z.object({ round: code, version: whole }));
    return found(
      c,
      await board.bulletinTexts(campaign, round, version),
      `${round} 的简报第${version}版`,
      'path.version',
    );
  });
  routes.get('/journal', async (c) => {
    const { campaign, limit } = readQuery(c, inCampaign.extend({ limit: whole.max(1_000).default(100) }));
    return c.json(await board.journal(campaign, limit));
  });
  routes.get('/calls', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    return found(c, await board.calls(campaign), `行动 ${campaign}`, 'query.campaign');
  });
  routes.get('/report', async (c) => {
    const { campaign, party } = readQuery(c, inCampaign.extend({ party: filter }));
    return found(c, await board.report(campaign, party), `行动 ${campaign}`, 'query.campaign');
  });
  routes.get('/files/:hash', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    const { hash } = readPath(c, z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }));
    const file = await board.answerFile(campaign, hash);
    if (file === undefined) return found(c, undefined, `报送附件 ${hash}`, 'path.hash');
    return c.body(new Uint8Array(file), 200, { 'Content-Type': 'application/octet-stream' });
  });
  routes.get('/links/:party', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    const { party } = readPath(c, z.object({ party: code }));
    return c.json(linkEntry(await board.formLink(campaign, party), publicUrl));
  });
  routes.get('/contacts', async (c) => {
    const { campaign, party } = readQuery(c, inCampaign.extend({ party: filter }));
    return c.json(await board.contacts(campaign, party));
  });
  routes.get('/contacts/history', async (c) => {
    const { campaign, party } = readQuery(c, inCampaign.extend({ party: code }));
    return c.json(await board.contactHistory(campaign, party));
  });
  routes.get('/contacts/changes', async (c) => {
    const { campaign, waiting } = readQuery(c, inCampaign.extend({ waiting: z.literal('true').optional() }));
    return c.json(await board.contactChanges({ campaign, waiting: waiting === 'true' }));
  });
  routes.get('/contacts/check', async (c) => {
    const { campaign } = readQuery(c, inCampaign);
    return found(c, await board.contactCheck(campaign), `行动 ${campaign}`, 'query.campaign');
  });
  return routes;
}

function found(c: WebContext, thing: object | undefined, name: string, where: string): Response {
  if (thing !== undefined) return c.json(thing);
  return apiProblem(c, 404, 'not-found', `没有${name}；请核对编号，或先用列表命令查看。`, where);
}
