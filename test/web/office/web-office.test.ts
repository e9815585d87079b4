import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { readHolidays } from '../../../config/holidays.js';
import { openPostOffice } from '../../../mail/post-office.js';
import { unaccounted } from '../../../record/answers.js';
import { createWebOffice } from '../../../web/office/web-office.js';
import { freePort } from '../../../worker/local/free-port.js';
import { campaign, openOffice, round, secret, token } from './open-office.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Nothing listens where its Temporal is said to be. */
async function openWeb(withPostOffice: boolean) {
  const office = await openOffice();
  closing.push(office.close);
  const connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, connectTimeout: 500 });
  closing.push(() => connection.close());
  const now = () => office.clock.now;
  const postOffice = await openPostOffice({
    folder: join(office.folder, '..', 'post'),
    host: '127.0.0.1',
    port: 0,
    ownDomain: 'reply.ln.example',
    intake: { host: '127.0.0.1', port: 9 },
    bouncing: new Set(),
    now,
  });
  closing.push(postOffice.close);
  const problems: unknown[] = [];
  const web = createWebOffice({
    db: office.db,
    files: office.files,
    client: new Client({ connection }),
    secret,
    holidays: readHolidays(),
    now,
    outFolder: '/out',
    accountWithinMs: 700,
    onProblem: (problem) => problems.push(problem),
    ...(withPostOffice && { postOffice }),
  });
  return { office, web, problems };
}

describe('an answer while Temporal is down', () => {
  it('is stored, and the liaison is told within the time', async () => {
    const { office, web } = await openWeb(false);
    const receivedAt = office.clock.now.toISOString();
    const content = { rating: 'onTrack', figures: [{ target: 0, value: 9 }] } as const;
    const started = performance.now();
    const answers = [1, 2, 3].map((task) => ({ task, answerId: `form-${task}`, content }));
    const taken = await web.answers.submitAnswers({ token: token('gxt'), receivedAt, answers });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(taken.map(({ version, outcome }) => [version, outcome])).toEqual([1, 2, 3].map(() => [1, null]));
    expect(await unaccounted(office.db, campaign)).toHaveLength(3);
    const opening = await web.answers.openForm(token('gxt'));
    expect(opening).toMatchObject({
      kind: 'form',
      form: {
        round,
        tasks: expect.arrayContaining([
          expect.objectContaining({ number: 1, current: expect.objectContaining({ version: 1 }) }),
        ]),
      },
    });
  });
});

describe('the post office counter', () => {
  it('is there only with a post office', async () => {
    const { web } = await openWeb(false);
    expect(web.postOffice).toBeUndefined();
  });

  it('knows whose mailboxes there are, unit by unit', async () => {
    const { web } = await openWeb(true);
    const holders = (await web.postOffice?.holders()) ?? [];
    const units = [...new Set(holders.map(({ unit }) => unit))];
    expect(units.slice(0, 3)).toEqual(['省质量强省工作领导小组办公室', '省市场监管局', '省发展改革委']);
    expect(units.at(-1)).toBe('质量提升行动简报收阅单位');
    expect(holders.filter(({ unit }) => unit === '省发展改革委').map(({ post }) => post)).toEqual([
      '联络员A',
      '联络员B',
      '承办处室',
      '单位办公室',
      '分管负责人',
    ]);
  });

  it('names all posts of a mailbox that serves several', async () => {
    const { office, web } = await openWeb(true);
    const shared = office.db.updateTable('post').set({ email: 'FGW.Section@ln.example' });
    await shared.where('party', '=', 'fgw').where('kind', '=', 'office').execute();
    const holders = (await web.postOffice?.holders()) ?? [];
    expect(holders.filter(({ address }) => address.toLowerCase() === 'fgw.section@ln.example')).toEqual([
      { address: 'fgw.section@ln.example', unit: '省发展改革委', post: '承办处室、单位办公室' },
    ]);
  });

  it('carries mail to mailboxes, and shows it in them only', async () => {
    const { web } = await openWeb(true);
    const raw = Buffer.from('From: a@ln.example\r\nTo: fgw.liaison@ln.example\r\nSubject: hello\r\n\r\nhello\r\n');
    await web.postOffice?.send(raw, { from: 'a@ln.example', to: ['fgw.liaison@ln.example'] });
    const page = { offset: 0, limit: 10 };
    const found = await web.postOffice?.letters('fgw.liaison@ln.example', page);
    expect(found?.letters).toMatchObject([{ subject: 'hello', unread: true }]);
    const id = found?.letters[0]?.id ?? '';
    expect(await web.postOffice?.read('gxt.liaison@ln.example', id)).toBeUndefined();
    expect((await web.postOffice?.read('fgw.liaison@ln.example', id))?.raw).toEqual(raw);
    expect(await web.postOffice?.mailboxes()).toMatchObject([
      { address: 'fgw.liaison@ln.example', count: 1, unread: 0 },
    ]);
  });
});
