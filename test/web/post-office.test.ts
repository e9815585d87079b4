import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cutQuote } from '../../mail/read/cut-quote.js';
import { form, openOffice, post, publicUrl } from './fake-office.js';

const box = '/post/fgw.liaison%40ln.example';
const replyAddress = 'reply+abcdefghijkl234567abcdefghij@ln.example';

async function letter(html: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: '质强办', address: 'office@ln.example' },
    to: 'fgw.liaison@ln.example',
    cc: 'fgw.deputy@ln.example',
    replyTo: replyAddress,
    subject: '【质量提升行动】2026年第2次双月调度〔abcdefghijkl〕',
    messageId: '<letter-2@ln.example>',
    references: ['<letter-1@ln.example>'],
    date: new Date('2026-04-13T01:30:00Z'),
    text: '省发展改革委：\n请报送。',
    html,
    attachments: [{ filename: '调度表.xlsx', content: Buffer.from('sheet') }],
  })
    .compile()
    .build();
}

async function opened(html = '<p>请报送</p><a href="http://office.test/a/x">链接</a>') {
  return openOffice(form(), [await letter(html)]);
}

function reply(fields: Readonly<Record<string, string | File>>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: 'POST', body, headers: { origin: publicUrl } };
}

describe('the post office', () => {
  it('groups everybody’s mailboxes by unit and finds them by any word', async () => {
    const { app } = await opened();
    const all = await (await app.request('/post')).text();
    expect(all).toMatch(/质强办值班员[\s\S]*省发展改革委[\s\S]*联络员A[\s\S]*2封新信[\s\S]*分管负责人/);
    const found = await (await app.request('/post?q=FGW.HEAD')).text();
    expect(found).toContain('分管负责人');
    expect(found).not.toContain('联络员A');
    expect(await (await app.request('/post?q=%3Cb%3E')).text()).toContain('没有找到“&lt;b&gt;”');
  });

  it('turns pages of a thousand letters', async () => {
    const { app } = await opened();
    const first = await (await app.request(box)).text();
    expect(first.match(/class="subject"/g)).toHaveLength(50);
    expect(first).toContain('第1页，共20页');
    const last = await (await app.request(`${box}?page=20`)).text();
    expect(last).not.toContain('rel="next"');
    expect((await app.request(`${box}?page=nonsense`)).status).toBe(200);
  });

  it('shows a letter as its recipient sees it', async () => {
    const { app } = await opened();
    const page = await app.request(`${box}/0`);
    const markup = await page.text();
    expect(markup).toContain('质强办 &lt;office@ln.example&gt;');
    expect(markup).toContain('fgw.deputy@ln.example');
    expect(markup).toContain('调度表.xlsx');
    expect(markup).toMatch(/<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('lets a letter’s own markup do nothing but be read', async () => {
    const { app } = await opened('<base href="http://evil.test"><p style="color:red">函</p><script>steal()</script>');
    const body = await app.request(`${box}/0/body`);
    const policy = body.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/sandbox allow-popups/);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(body.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const markup = await body.text();
    expect(markup).toContain('<base target="_blank">');
    expect(markup).not.toContain('evil.test');
    expect(markup).toContain('style="color:red"');
  });

  it('hands out attachments and the raw letter as files only', async () => {
    const { app } = await opened();
    const attachment = await app.request(`${box}/0/attachments/0`);
    expect(attachment.headers.get('content-type')).toBe('application/octet-stream');
    expect(attachment.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''%E8%B0%83%E5%BA%A6%E8%A1%A8.xlsx",
    );
    expect(await attachment.text()).toBe('sheet');
    const raw = await app.request(`${box}/0/letter.eml`);
    expect(await raw.text()).toContain('Message-ID: <letter-2@ln.example>');
    expect((await app.request(`${box}/0/attachments/7`)).status).toBe(404);
  });

  it('sends a reply as a real mail program would', async () => {
    const { app, sent } = await opened();
    const file = new File(['scan'], '盖章件.pdf', { type: 'application/pdf' });
    const posted = await app.request(`${box}/0`, reply({ text: '任务17：1210批次\r\n任务18：无变化', file }));
    expect(posted.status).toBe(303);
    expect(await (await app.request(posted.headers.get('location') ?? '')).text()).toContain('已寄出');
    expect(sent).toHaveLength(1);
    const mail = await simpleParser(sent[0]?.raw ?? Buffer.alloc(0));
    expect(sent[0]?.envelope).toEqual({ from: 'fgw.liaison@ln.example', to: [replyAddress] });
    expect(mail.from?.value).toEqual([{ name: '省发展改革委联络员A', address: 'fgw.liaison@ln.example' }]);
    expect([mail.to].flat().map((to) => to?.text)).toEqual([replyAddress]);
    expect(mail.inReplyTo).toBe('<letter-2@ln.example>');
    expect(mail.references).toEqual(['<letter-1@ln.example>', '<letter-2@ln.example>']);
    expect(mail.subject).toBe('Re: 【质量提升行动】2026年第2次双月调度〔abcdefghijkl〕');
    expect(mail.date).toEqual(new Date('2026-04-20T02:05:00Z'));
    expect(mail.headers.has('auto-submitted')).toBe(false);
    expect(mail.text).toMatch(/^任务17：1210批次\n任务18：无变化\n\n-+ 原始邮件 -+\n发件人：质强办/);
    expect(mail.text).toContain('> 请报送。');
    expect(cutQuote(mail.text ?? '').trim()).toBe('任务17：1210批次\n任务18：无变化');
    expect(mail.attachments.map((one) => [one.filename, one.content.toString()])).toEqual([['盖章件.pdf', 'scan']]);
  });

  it('sends nothing on GET, nothing empty and nothing from elsewhere', async () => {
    const { app, sent } = await opened();
    await app.request(`${box}/0`);
    const empty = await app.request(`${box}/0`, reply({ text: '  ' }));
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('正文是空的，没有寄出');
    const foreign = { ...reply({ text: '收到' }), headers: { origin: 'http://evil.test' } };
    expect((await app.request(`${box}/0`, foreign)).status).toBe(403);
    expect(sent).toHaveLength(0);
  });

  it('answers only to names it is known by', async () => {
    const { app } = await opened();
    expect((await app.request('http://evil.test/post')).status).toBe(403);
    expect((await app.request('http://localhost:9999/post')).status).toBe(200);
  });

  it('shows a letter in no other mailbox', async () => {
    const { app } = await opened();
    expect((await app.request('/post/gxt.liaison%40ln.example/0')).status).toBe(404);
    expect((await app.request(`${box}/99`)).status).toBe(404);
  });

  it('writes a new letter from a mailbox', async () => {
    const { app, sent } = await opened();
    const wrong = await app.request(`${box}/write`, reply({ to: 'somebody', subject: 'x', text: 'y' }));
    expect(await wrong.text()).toContain('“somebody”不是完整的邮件地址');
    const right = await app.request(
      `${box}/write`,
      reply({ to: 'zqb1@ln.example', subject: '联络员变更', text: '改为李四' }),
    );
    expect(right.status).toBe(303);
    const mail = await simpleParser(sent[0]?.raw ?? Buffer.alloc(0));
    expect([mail.subject, mail.inReplyTo]).toEqual(['联络员变更', undefined]);
  });

  it('is not there when mail is the office’s own', async () => {
    const { createApp } = await import('../../web/app.js');
    const { apiKey, now } = await import('./fake-office.js');
    const { postOffice: _closed, ...deps } = openOffice().deps;
    const app = createApp({ apiKey, publicUrl, now, deps });
    expect((await app.request('/post')).status).toBe(404);
    expect((await app.request('/post', post({}))).status).toBe(404);
  });
});
