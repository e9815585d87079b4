import { describe, expect, it } from '@jest/globals';
import { apiKey, openOffice, post } from './fake-office.js';

type Office = ReturnType<typeof openOffice>;

async function logIn({ app }: Office, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  return app.request('/board/login', post({ coordinator: 'zqb1', key: apiKey, campaign: 'demo', ...fields }));
}

async function session(office: Office): Promise<{ readonly cookie: string }> {
  const set = (await logIn(office)).headers.get('set-cookie') ?? '';
  return { cookie: set.split(';')[0] ?? '' };
}

const sign = '/board/demo/letters/41/sign';

describe('the board', () => {
  it('shows nothing before a login', async () => {
    const { app, signed } = openOffice();
    const board = await app.request('/board/demo');
    expect(board.status).toBe(401);
    expect(await board.text()).not.toContain('省科技厅');
    expect((await app.request(sign, post({}))).status).toBe(401);
    expect(signed).toHaveLength(0);
  });

  it('gives a cookie that scripts and other sites cannot use', async () => {
    const reply = await logIn(openOffice());
    expect(reply.headers.get('location')).toBe('/board/demo');
    expect(reply.headers.get('set-cookie')).toMatch(/HttpOnly/);
    expect(reply.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
    expect(reply.headers.get('set-cookie')).not.toContain(apiKey);
  });

  it.each([
    ['a wrong key', { key: 'wrong' }, '接口密钥不正确'],
    ['an unknown coordinator', { coordinator: 'nobody' }, '没有代码为“nobody”的协调员'],
    ['no coordinator', { coordinator: ' ' }, '没有填协调员代码，请填台账中 coordinators 的 code。'],
  ])('refuses %s', async (_, fields, sentence) => {
    const reply = await logIn(openOffice(), fields);
    expect(reply.status).toBe(401);
    expect(await reply.text()).toContain(sentence);
    expect(reply.headers.get('set-cookie')).toBeNull();
  });

  it('slows down who guesses keys', async () => {
    const office = openOffice();
    const codes: number[] = [];
    for (let n = 0; n < 12; n += 1) codes.push((await logIn(office, { key: String(n) })).status);
    expect(codes.filter((code) => code === 429)).toHaveLength(2);
  });

  it('tells counts, departments, and what waits with its command', async () => {
    const office = openOffice();
    const board = await (await office.app.request('/board/demo', { headers: await session(office) })).text();
    expect(board).toContain('各单位情况');
    expect(board).toContain('联络员A信箱退信');
    expect(board).toContain('shuangyue mail show 3f9a1c0d2b4e6f70');
    expect(board).toContain('shuangyue sign 41 --as zqb1 --campaign demo');
    expect(board).toContain('shuangyue bulletin approve 2026-1 --as zqb1 --campaign demo');
    expect(board).toContain('有1封来信尚待核对。');
    expect(board).not.toContain('<script>alert');
  });

  it('puts first who needs attention', async () => {
    const office = openOffice();
    const board = await (await office.app.request('/board/demo', { headers: await session(office) })).text();
    const named = [...board.matchAll(/<th scope="row">([^<]+)</g)].map(([, name]) => name);
    expect(named.slice(0, 3)).toEqual(['省科技厅', '省发展改革委', '省工业和信息化厅']);
  });

  it('opens the only campaign without asking which', async () => {
    const office = openOffice();
    const reply = await office.app.request('/board', { headers: await session(office) });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/board/demo');
  });

  it('signs by POST, in the name of who logged in', async () => {
    const office = openOffice();
    const headers = await session(office);
    expect((await office.app.request(sign, { headers })).status).toBe(404);
    expect(office.signed).toHaveLength(0);
    const reply = await office.app.request(sign, post({}, headers));
    expect(office.signed).toEqual([{ campaign: 'demo', letter: 41, by: 'zqb1' }]);
    const after = await office.app.request(reply.headers.get('location') ?? '', { headers });
    expect(await after.text()).toContain('已签发，督办函已寄出。');
  });

  it('signs nothing for another site or a forged session', async () => {
    const office = openOffice();
    const headers = await session(office);
    expect((await office.app.request(sign, post({}, { ...headers, origin: 'http://evil.test' }))).status).toBe(403);
    const forged = { cookie: headers.cookie.replace(/=[^.]+/, `=${Buffer.from('zqb2').toString('base64url')}`) };
    expect((await office.app.request(sign, post({}, forged))).status).toBe(401);
    expect(office.signed).toHaveLength(0);
  });

  it('puts no words from the address line on the page', async () => {
    const office = openOffice();
    const headers = await session(office);
    const board = await (await office.app.request('/board/demo?signed=toString', { headers })).text();
    expect(board).not.toContain('role="status"');
  });
});
