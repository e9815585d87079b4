import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createEntryDesk } from '../../../web/office/entry-desk.js';
import { startWeb } from '../../../web/server.js';
import { readMail } from '../../../record/mails.js';
import { latestAnswers } from '../../../record/answers.js';
import { openOffice as openFake } from '../fake-office.js';
import { arriveWithFiles, proseDocument, takeOrders } from '../office/mail-to-enter.js';
import { campaign, type Office, openOffice, round } from '../office/open-office.js';
import { desktop, openBrowser, phone } from './open-page.js';

const apiKey = 'key-for-tests-0123456789';
let browser: Browser;
let office: Office;
let web: Awaited<ReturnType<typeof startWeb>>;
let pdf: Buffer;
let picture: Buffer;
beforeAll(async () => {
  browser = await openBrowser();
  office = await openOffice({ led: ['gxt'], at: '2026-04-29T02:00:00.000Z' });
  takeOrders(office);
  const now = () => office.clock.now;
  const accounting = { db: office.db, send: (...update: Parameters<typeof office.wire.send>) => office.wire.send(...update), now, withinMs: 1_000 };
  const deps = { ...openFake().deps, board: office.board, entry: createEntryDesk(accounting as never, office.files) };
  web = await startWeb({ port: 0, host: '127.0.0.1', apiKey, publicUrl: 'http://127.0.0.1', deps, now });
  const page = await browser.newPage();
  await page.setContent('<h1>盖章件</h1><p>本期累计 12 台套</p>');
  pdf = await page.pdf();
  picture = await page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 200 } });
  await page.close();
}); // prettier-ignore
afterAll(async () => {
  await browser.close();
  await web.close();
  await office.close();
});

async function loggedIn(options: Parameters<Browser['newPage']>[0] = {}) {
  const page = await browser.newPage({ viewport: desktop, javaScriptEnabled: false, ...options });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (line) => complaints.push(line.text()));
  await page.goto(`${web.url}/board/${campaign}`);
  await page.getByLabel('协调员代码').fill('zqb1');
  await page.getByLabel('接口密钥').fill(apiKey);
  await page.getByRole('button', { name: '登录' }).click();
  // The login page itself is a 401.
  complaints.length = 0;
  return { page, asked, complaints };
}

const led = () => office.register.tasks.filter(({ lead }) => lead === 'gxt').map(({ number }) => number);

async function arrived(subject: string, more: Partial<Parameters<typeof arriveWithFiles>[1]> = {}): Promise<string> {
  const files = [
    { name: '情况报告.docx', content: await proseDocument() },
    { name: '盖章件.pdf', content: pdf },
    { name: '照片.png', content: picture },
    { name: '旧稿.wps', content: Buffer.from('d0cf11e0a1b11ae10000', 'hex') },
  ];
  return arriveWithFiles(office, { files, subject, text: '见附件，请查收。', ...more });
}

const title = (page: Page) => page.getByRole('heading', { level: 1 }).first().textContent();

describe('the split view in Chromium', () => {
  it('is found on the board and filled in without scripts', async () => {
    const [one, two] = led();
    const mail = await arrived('工信厅双月调度', { tasks: [one ?? 0, two ?? 0] });
    const { page } = await loggedIn();
    await page.getByRole('link', { name: '录入：工信厅双月调度' }).click();
    const paper = page.getByRole('region', { name: '来件' });
    await paper.getByText('新增首台（套）装备 <12> 台套，进展顺利。').waitFor();
    await paper.getByText('WPS 文字的旧格式（.wps），不能在此显示').waitFor();
    await page.locator(`[id="t${one}.progress"]`).fill('新增首台（套）装备12台套');
    await page.locator(`#t${one}`).getByRole('radio', { name: '序时推进' }).check();
    await page.getByRole('button', { name: '录入并办结' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: `任务${two}` })
      .waitFor();
    expect(await page.locator(`[id="t${one}.progress"]`).inputValue()).toBe('新增首台（套）装备12台套');
    await page.locator(`#t${two}`).getByRole('checkbox', { name: '附件中没有本项内容' }).check();
    await page.getByRole('button', { name: '录入并办结' }).click();
    await page.getByRole('heading', { name: '（1项），来件已办结' }).waitFor();
    expect(await readMail(office.db, mail)).toMatchObject({ state: 'released', decidedBy: 'zqb1' });
    const [stored] = await latestAnswers(office.db, { campaign, round, tasks: [one ?? 0] });
    expect(stored).toMatchObject({ channel: 'coordinator', mail, content: { rating: 'onTrack' } });
    await page.close();
  });

  it('goes on with the next one after a part', async () => {
    const [, , three, four] = led();
    await arrived('第一件', { tasks: [three ?? 0], receivedAt: '2026-04-20T01:00:00.000Z' });
    const second = await arrived('第二件', { tasks: [four ?? 0] });
    const { page } = await loggedIn();
    await page.goto(`${web.url}/board/${campaign}/mails/${second}`);
    await page.locator(`[id="t${four}.evidence"]`).fill('辽工信〔2026〕8号');
    await page.getByRole('button', { name: '先录这些' }).click();
    await page.getByText('来件仍在“待录入”中').waitFor();
    await page.getByRole('link', { name: '录下一件：第一件' }).click();
    await page.getByRole('region', { name: '来件' }).getByRole('heading', { name: '第一件' }).waitFor();
    expect(await title(page)).toContain('照附件录入');
    await page.close();
  });

  it('shows the PDF and the picture from our own origin alone', async () => {
    const mail = await arrived('看附件');
    const { page, asked, complaints } = await loggedIn({ javaScriptEnabled: true });
    const framed = page.waitForResponse((response) => response.url().endsWith('/files/1'));
    await page.goto(`${web.url}/board/${campaign}/mails/${mail}`);
    const headers = (await framed).headers();
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(await page.evaluate(`document.querySelector('.paper img').naturalWidth`)).toBe(400);
    expect(
      asked.every((url) => url.startsWith(web.url) || /^(data|chrome|chrome-extension|blob|about):/.test(url)),
    ).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('is filled in by keyboard alone', async () => {
    const five = led()[4] ?? 0;
    const mail = await arrived('键盘', { tasks: [five] });
    const { page } = await loggedIn({ javaScriptEnabled: true });
    await page.goto(`${web.url}/board/${campaign}/mails/${mail}`);
    const reach = async (id: string) => {
      for (let left = 400; left > 0; left -= 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.id || document.activeElement.value')) === id) return;
      }
      throw new Error(`Tab does not reach ${id}`);
    };
    await reach(`t${five}.evidence`);
    await page.keyboard.type('辽工信〔2026〕9号');
    await reach('signedOffBy');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '来件已办结' }).waitFor();
    expect(await readMail(office.db, mail)).toMatchObject({ state: 'released' });
    await page.close();
  });

  it('stands in one column on a phone', async () => {
    const mail = await arrived('手机');
    const { page } = await loggedIn({ viewport: phone, javaScriptEnabled: true });
    await page.goto(`${web.url}/board/${campaign}/mails/${mail}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await page.close();
  });
});
