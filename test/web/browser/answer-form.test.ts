import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { form, task } from '../fake-office.js';
import { openBrowser, openPage, phone } from './open-page.js';

const withoutScript = { javaScriptEnabled: false } as const;
let browser: Browser;
const open: Awaited<ReturnType<typeof openPage>>[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});
afterAll(() => browser.close());

async function opened(options: Parameters<typeof openPage>[1] = {}) {
  const office = await openPage(browser, options);
  open.push(office);
  return office;
}

describe('the form in Chromium', () => {
  it('is handed in without scripts, with a file', async () => {
    const { page, stored } = await opened(withoutScript);
    await page.getByRole('radio', { name: '序时推进' }).first().check();
    await page.locator('[id="t17.figure.0"]').fill('1000');
    await page
      .locator('[id="t17.file"]')
      .setInputFiles({ name: '检查报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已收到省发展改革委的报送（1项）' }).waitFor();
    expect(stored[0]?.answers[0]?.content).toMatchObject({ rating: 'onTrack', files: [{ name: '检查报告.pdf' }] });
  });

  it('asks once more about a figure and takes the tick', async () => {
    const { page, stored } = await opened(withoutScript);
    await page.locator('[id="t17.figure.0"]').fill('2000');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('还没有提交成功，有1处需要核对').waitFor();
    await page.getByRole('checkbox', { name: '数字无误，确为2000批次' }).check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已收到省发展改革委的报送').waitFor();
    expect(stored[0]?.answers[0]?.content.figures).toEqual([{ target: 0, value: 2000, confirmed: true }]);
  });

  it('leads from the list of mistakes to the input', async () => {
    const { page } = await opened(withoutScript);
    await page.locator('[id="t18.figure.0"]').fill('约六千');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').getByRole('link', { name: '任务18' }).click();
    await page.keyboard.press('Tab');
    expect(new URL(page.url()).hash).toBe('#t18.figure.0');
    const input = page.locator('[id="t18.figure.0"]');
    expect(await input.getAttribute('aria-invalid')).toBe('true');
    expect(
      await page.locator(`[id="${(await input.getAttribute('aria-describedby')) ?? ''}"]`).textContent(),
    ).toContain('读不出准确数');
  });

  it('keeps a draft for the next visit', async () => {
    const { page, stored } = await opened(withoutScript);
    await page.locator('[id="t17.progress"]').fill('写了一半');
    await page.getByRole('button', { name: '先存草稿' }).click();
    await page.getByText('任务17有草稿，尚未报送。').waitFor();
    await page.goto(page.url());
    expect(await page.locator('[id="t17.progress"]').inputValue()).toBe('写了一半');
    expect(stored).toHaveLength(0);
  });

  it('is filled in by keyboard alone', async () => {
    const { page, stored } = await opened();
    const reach = async (id: string) => {
      for (let left = 80; left > 0; left -= 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.id || document.activeElement.value')) === id) return;
      }
      throw new Error(`Tab does not reach ${id}`);
    };
    await reach('t17.unchanged');
    await page.keyboard.press('Space');
    await reach('filledBy');
    await page.keyboard.type('张三');
    await page.keyboard.press('Enter');
    await page.getByText('已收到省发展改革委的报送').waitFor();
    expect(stored[0]?.answers.map(({ content }) => content)).toEqual([
      { figures: [{ target: 0, value: 900 }], unchanged: true, filledBy: '张三' },
    ]);
  });

  it('names every input for a screen reader', async () => {
    const { page } = await opened();
    const unnamed =
      await page.evaluate(`[...document.querySelectorAll('input:not([type=hidden]), textarea, select, button')]
      .filter((one) => !(one.labels && one.labels.length) && !one.textContent.trim()).map((one) => one.name)`);
    expect(unnamed).toEqual([]);
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    expect(await page.getByRole('group', { name: '自评（进展状态）' }).count()).toBe(2);
  });

  it('fits a phone and asks nobody but the office', async () => {
    const long = task(17, {
      title: '长'.repeat(60),
      previous: { round: '2026-1', content: { figures: [], progress: 'x'.repeat(300) } },
    });
    const { page, asked, complaints, url } = await opened({
      viewport: phone,
      shown: form({ tasks: [long, task(18), task(19)] }),
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    expect(asked.every((address) => address.startsWith(url) || address.startsWith('data:'))).toBe(true);
    expect(complaints).toEqual([]);
  });
});
