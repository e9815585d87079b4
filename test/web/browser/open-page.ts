import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { startWeb } from '../../../web/server.js';
import { form, openOffice, token } from '../fake-office.js';

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}

/** The form of a fake office in a real browser, and everything the browser asked for. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions & { readonly shown?: ReturnType<typeof form> } = {},
) {
  const { shown = form(), ...context } = options;
  const office = openOffice(shown);
  const web = await startWeb({
    port: 0,
    host: '127.0.0.1',
    apiKey: 'key-for-tests-0123456789',
    publicUrl: 'http://127.0.0.1',
    deps: office.deps,
    now: () => new Date('2026-04-20T02:05:00Z'),
  });
  const visit = await browser.newContext({ viewport: desktop, ...context });
  const page: Page = await visit.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (line) => complaints.push(line.text()));
  await page.goto(`${web.url}/a/${token}`);
  const close = async () => {
    await visit.close();
    await web.close();
  };
  return { ...office, page, asked, complaints, url: web.url, close };
}
