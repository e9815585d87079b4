import { describe, expect, it } from '@jest/globals';
import { createApp } from '../../web/app.js';
import type { EntryDesk } from '../../web/entry/entry.js';
import { apiKey, now, openOffice, post, publicUrl } from './fake-office.js';

const files: readonly Awaited<ReturnType<EntryDesk['file']>>[] = [
  { name: '盖章件.pdf', content: Buffer.from('%PDF-1.7'), media: 'application/pdf' },
  { name: '照片.png', content: Buffer.from('\x89PNG', 'latin1'), media: 'image/png' },
  { name: '说明.html', content: Buffer.from('<script>alert(1)</script>'), media: null },
];
const page = '/board/demo/mails/3f9a';

function open() {
  const entered: object[] = [];
  const entry: EntryDesk = {
    open: async () => undefined,
    file: async ({ index }) => files[index],
    enter: async (entering) => {
      entered.push(entering);
      return [];
    },
  };
  return { entered, app: createApp({ deps: { ...openOffice().deps, entry }, apiKey, publicUrl, now }) };
}

async function session({ app }: ReturnType<typeof open>): Promise<{ readonly cookie: string }> {
  const reply = await app.request('/board/login', post({ coordinator: 'zqb1', key: apiKey, campaign: 'demo' }));
  return { cookie: (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

describe('a mail behind the login', () => {
  it.each([page, `${page}/files/0`])('%s shows nothing before it', async (path) => {
    const reply = await open().app.request(path);
    expect(reply.status).toBe(401);
    expect(await reply.text()).not.toContain('%PDF');
  });

  it('takes nothing from another site or without a login', async () => {
    const office = open();
    const headers = await session(office);
    const foreign = { ...headers, origin: 'https://evil.example' };
    expect((await office.app.request(page, post({ act: 'settle' }, foreign))).status).toBe(403);
    expect((await office.app.request(page, post({ act: 'settle' }))).status).toBe(401);
    expect(office.entered).toEqual([]);
  });

  it('gives what a browser may show for our own frame alone', async () => {
    const office = open();
    const headers = await session(office);
    const pdf = await office.app.request(`${page}/files/0`, { headers });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const policy = pdf.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    const picture = await office.app.request(`${page}/files/1`, { headers });
    expect(picture.headers.get('content-security-policy')).toMatch(/; sandbox$/);
  });

  it.each([
    ['what it may not show', `${page}/files/2`],
    ['anything on request', `${page}/files/0?save`],
  ])('saves %s', async (_what, path) => {
    const office = open();
    const reply = await office.app.request(path, { headers: await session(office) });
    expect(reply.headers.get('content-type')).toBe('application/octet-stream');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it.each([page, `${page}/files/9`])('%s is not found where there is none', async (path) => {
    const office = open();
    expect((await office.app.request(path, { headers: await session(office) })).status).toBe(404);
  });
});
