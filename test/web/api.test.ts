import { describe, expect, it } from '@jest/globals';
import { briskCadence } from '../../domain/cadence.js';
import { apiKey, openOffice, status } from './fake-office.js';

const authorized = { authorization: `Bearer ${apiKey}` };
const get = { headers: authorized };
const send = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { ...authorized, 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const campaign = {
  id: 'demo',
  year: 2026,
  register: {
    campaign: {
      id: 'demo',
      title: '行动',
      issuer: '质强办',
      bulletin: '简报',
      principles: ['标准引领'],
      areas: ['产品质量'],
      zone: 'Asia/Shanghai',
      office: { name: '办', email: 'office@ln.example' },
      coordinators: [{ code: 'zqb1', name: '值班员', email: 'zqb1@ln.example' }],
      bulletinTo: ['leaders@ln.example'],
      publish: 'approval',
      escalation: 'signed',
    },
    parties: [
      {
        code: 'fgw',
        name: '省发展改革委',
        fullName: '辽宁省发展和改革委员会',
        aliases: [],
        kind: 'department',
        relation: 'peer',
        posts: { 'liaison-a': { name: '联络员A', email: 'a@ln.example' } },
      },
    ],
    tasks: [
      {
        number: 1,
        area: '产品质量',
        aspect: '抽查',
        principle: '标准引领',
        title: '监督抽查',
        requirement: '',
        goal: '1800批次',
        lead: 'fgw',
        support: [],
        targets: [{ value: 1800, unit: '批次', kind: 'cumulative', by: '12-10' }],
        deadline: '12-10',
      },
    ],
  },
  cadence: briskCadence,
  quietDays: [],
  hash: 'a'.repeat(64),
  anchoredAt: '2026-04-20T10:05:00+08:00',
  by: 'zqb1',
};

describe('the JSON API', () => {
  it.each([
    ['no key', {}, '请求没有带接口密钥'],
    ['a wrong key', { authorization: 'Bearer wrong' }, '接口密钥不正确'],
    ['a key in another scheme', { authorization: `Basic ${apiKey}` }, '接口密钥不正确'],
    ['the key’s beginning', { authorization: `Bearer ${apiKey.slice(0, -1)}` }, '接口密钥不正确'],
  ])('refuses %s with a sentence', async (_, headers, sentence) => {
    const { app, asked } = openOffice();
    for (const path of ['/api/health', '/api/status?campaign=demo', '/api/nothing']) {
      const reply = await app.request(path, { headers });
      expect(reply.status).toBe(401);
      const problem: unknown = await reply.json();
      expect(problem).toMatchObject({ error: { code: 'unauthorized', where: 'header.authorization' } });
      expect(JSON.stringify(problem)).toContain(sentence);
    }
    expect(asked).toHaveLength(0);
  });

  it('never opens to an empty key', async () => {
    const { createApp } = await import('../../web/app.js');
    const { deps } = openOffice();
    const app = createApp({ deps, apiKey: '', publicUrl: 'http://office.test', now: () => new Date(0) });
    expect((await app.request('/api/health', { headers: { authorization: 'Bearer ' } })).status).toBe(401);
  });

  it('answers reads with the board’s shapes', async () => {
    const { app } = openOffice();
    expect(await (await app.request('/api/status?campaign=demo', get)).json()).toEqual(status);
    expect(await (await app.request('/api/letters/41', get)).json()).toMatchObject({
      id: 41,
      checks: [{ passed: true }, { passed: false }],
    });
    expect(await (await app.request('/api/letters?campaign=demo&kind=escalation', get)).json()).toHaveLength(1);
    const page = await app.request('/api/bulletins/2026-1/2/html?campaign=demo', get);
    expect(page.headers.get('content-type')).toContain('text/html');
    const document = await app.request('/api/bulletins/2026-1/2/docx?campaign=demo', get);
    expect(document.headers.get('content-type')).toContain('wordprocessingml.document');
    expect(await document.text()).toBe('PK: a document');
  });

  it.each([
    ['/api/status', 400, 'invalid', 'query.campaign'],
    ['/api/status?campaign=nowhere', 404, 'not-found', 'query.campaign'],
    ['/api/tasks/x?campaign=demo', 400, 'invalid', 'path.number'],
    ['/api/tasks/999?campaign=demo', 404, 'not-found', 'path.number'],
    ['/api/letters?campaign=demo&state=lost', 400, 'invalid', 'query.state'],
    ['/api/journal?campaign=demo&limit=0', 400, 'invalid', 'query.limit'],
    ['/api/bulletins/2026-1/9/docx?campaign=demo', 404, 'not-found', 'path.version'],
    ['/api/mail/none', 404, 'not-found', 'path.id'],
    ['/api/nothing', 404, 'not-found', 'GET /api/nothing'],
  ])('tells where %s is wrong', async (path, code, word, where) => {
    const reply = await openOffice().app.request(path, get);
    expect(reply.status).toBe(code);
    expect(await reply.json()).toMatchObject({ error: { code: word, where } });
  });

  it('stores a campaign with its whole register', async () => {
    const { app, asked } = openOffice();
    const reply = await app.request('/api/campaigns', send(campaign));
    expect(await reply.json()).toEqual({ outcome: 'saved' });
    expect(asked).toEqual([campaign]);
  });

  const onBehalf = { campaign: 'demo', round: '2026-2', task: 17, by: 'zqb1', via: '电话' };
  it.each([
    ['/api/campaigns', { ...campaign, hash: 'short' }, 'body.hash'],
    [
      '/api/campaigns',
      { ...campaign, register: { ...campaign.register, tasks: [{ number: 1 }] } },
      'body.register.tasks.0.area',
    ],
    ['/api/campaigns', '{', 'body'],
    [
      '/api/answers',
      { ...onBehalf, content: { figures: [{ target: 0, value: '六千' }] } },
      'body.content.figures.0.value',
    ],
    ['/api/answers', { ...onBehalf, content: {} }, 'body.content'],
    ['/api/answers', { ...onBehalf, content: { rating: 'great' } }, 'body.content.rating'],
    [
      '/api/contacts',
      { campaign: 'demo', party: 'fgw', post: 'boss', name: '李四', email: 'a@b.example', by: 'zqb1' },
      'body.post',
    ],
    ['/api/calls', { campaign: 'demo', round: '2026-2', party: 'fgw', by: 'zqb1', note: ' ' }, 'body.note'],
    ['/api/calls', { campaign: 'demo', round: '2026-2', party: 'fgw', by: 'zqb1', outcome: 'reached' }, 'body'],
    ['/api/bulletins/2026-1/edits?campaign=demo', { version: 2, edits: {}, by: 'zqb1' }, 'body.edits'],
  ])('refuses a bad body of %s and names the field', async (path, body, where) => {
    const { app, asked } = openOffice();
    const reply = await app.request(path, send(body));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { code: 'invalid', where } });
    expect(asked).toHaveLength(0);
  });

  it('stamps orders with the instant of their arrival', async () => {
    const { app, asked } = openOffice();
    const at = '2026-04-20T02:05:00.000Z';
    const content = { figures: [], unchanged: true };
    await app.request('/api/answers', send({ ...onBehalf, content: { unchanged: true } }));
    await app.request(
      '/api/bulletins/2026-1/edits?campaign=demo',
      send({ version: 2, edits: { headline: '新题' }, by: 'zqb1' }),
    );
    expect(asked).toEqual([
      { ...onBehalf, content, receivedAt: at },
      { campaign: 'demo', round: '2026-1', version: 2, edits: { headline: '新题' }, by: 'zqb1', editedAt: at },
    ]);
  });

  it('passes the office’s refusal on and hides our own failures', async () => {
    const { refusal } = await import('../../record/refusal.js');
    const { createApp } = await import('../../web/app.js');
    const { deps, ...office } = openOffice();
    const failing = (problem: Error) =>
      createApp({
        apiKey,
        publicUrl: 'http://office.test',
        now: () => new Date(0),
        onProblem: (seen) => office.problems.push(seen),
        deps: { ...deps, orders: { ...deps.orders, logCall: () => Promise.reject(problem) } },
      }).request('/api/calls', send({ campaign: 'demo', round: '2026-2', party: 'fgw', by: 'zqb1', note: '已联系' }));
    const refused = await failing(refusal({ zh: '没有单位 fgw。', en: 'There is no party fgw.' }));
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { error: { code: 'refused', message: '没有单位 fgw。', english: 'There is no party fgw.' } },
    ]);
    expect(office.problems).toHaveLength(0);
    const failed = await failing(new Error('relation "call" does not exist'));
    expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('relation')]);
    expect(office.problems).toHaveLength(1);
  });
});
