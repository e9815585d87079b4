import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { judgeTogether } from '../../activities/intake/judge-together.js';
import { sendReceipts } from '../../activities/intake/send-receipt.js';
import { runAtMost, startIntake } from '../../activities/intake/start-intake.js';
import { readMail as readLetter } from '../../mail/read/read-mail.js';
import { readMail } from '../../record/mails.js';
import { markAccounted } from '../../record/answers.js';
import { answersOfMails } from '../../record/mail-answers.js';
import { ids } from '../../workflows/api.js';
import { openIntakeOffice, round } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
let office: Office;
const at = Date.parse('2026-02-20T02:00:00.000Z');

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());
afterEach(() => {
  jest.restoreAllMocks();
});

/** p0 answers both of its tasks, p1 its only one, a stranger uses p2's letter, p2 says 收到. */
async function fourMails() {
  const campaign = await office.campaign();
  const to = async (desk: string) => campaign.replyTo(await campaign.letterTo(desk));
  const [p0, p1, p2] = [await to('p0'), await to('p1'), await to('p2')];
  const arrived = [
    await campaign.arrive({ from: campaign.liaison('p0'), to: p0, text: '任务1：序时推进，累计40项。\n任务4：无变化' }),
    await campaign.arrive({ from: campaign.liaison('p1'), to: p1, text: '序时推进，累计40项。' }),
    await campaign.arrive({ from: 'stranger@else.example', to: p2, text: '序时推进，累计40项。' }),
    await campaign.arrive({ from: campaign.liaison('p2'), to: p2, text: '收到，谢谢！' }),
  ];
  office.temporal.started.length = 0;
  return { campaign, mails: arrived.map(({ mail }) => mail) };
}

const receiptsIn = (campaign: string) =>
  office.deps.db
    .selectFrom('letter')
    .select(['desk', 'state', 'body'])
    .where('campaign', '=', campaign)
    .where('kind', '=', 'receipt')
    .orderBy('desk')
    .execute();

describe('mails that arrived together', () => {
  it('are judged as each would be alone; what is held goes on by itself', async () => {
    const { campaign, mails } = await fourMails();
    const verdict = await judgeTogether(office.deps, { mails, at });
    expect(verdict).toMatchObject({ more: 0, apart: 1, answers: 3, receipts: 2, judged: 4, campaign: campaign.id });
    expect(verdict.headlines).toHaveLength(4);
    const states = await Promise.all(mails.map(async (mail) => (await readMail(office.deps.db, mail))?.state));
    expect(states).toEqual(['delivered', 'delivered', 'held', 'noted']);
    expect(office.temporal.started.filter(({ type }) => type === 'intake')).toEqual([
      { type: 'intake', workflowId: ids.intake(mails[2] ?? ''), args: [{ mail: mails[2] }] },
    ]);
    expect((await receiptsIn(campaign.id)).map(({ desk, state }) => [desk, state])).toEqual([
      ['p0', 'ready'],
      ['p1', 'ready'],
    ]);
    expect(JSON.stringify(verdict)).not.toMatch(/@|累计/);
  });

  it('are judged once, however often', async () => {
    const { campaign, mails } = await fourMails();
    const first = await judgeTogether(office.deps, { mails, at });
    expect(await judgeTogether(office.deps, { mails, at: at + 60_000 })).toEqual(first);
    expect(await answersOfMails(office.deps.db, mails)).toHaveLength(3);
    expect(await receiptsIn(campaign.id)).toHaveLength(2);
    expect((await campaign.journal()).filter(({ act }) => act.endsWith('-mail'))).toHaveLength(4);
  });

  it('get receipts that say what the answers counted as by the time they leave', async () => {
    const { campaign, mails } = await fourMails();
    await judgeTogether(office.deps, { mails, at });
    await markAccounted(
      office.deps.db,
      [1, 2, 4].map((task) => ({ campaign: campaign.id, round, task, answerId: (task === 2 ? mails[1] : mails[0]) ?? '', outcome: 'late', at: new Date(at).toISOString() }) as const),
    ); // prettier-ignore
    expect(await sendReceipts(office.deps, { mails })).toBe(2);
    const passed = office.sink.mails.length;
    for (const { raw } of office.sink.mails.slice(-2)) expect((await readLetter(raw)).full).toContain('逾期补报');
    expect((await receiptsIn(campaign.id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    // Sent once.
    await sendReceipts(office.deps, { mails });
    expect(office.sink.mails).toHaveLength(passed);
  });

  it('are read in the order they came where they speak of the same', async () => {
    const campaign = await office.campaign();
    const letter = await campaign.letterTo('p1');
    const [from, to] = [campaign.liaison('p1'), campaign.replyTo(letter)];
    const arrived = [];
    for (const words of ['序时推进，累计40项。', '更正：累计38项。'])
      arrived.push(await campaign.arrive({ from, to, text: words, headers: [`Subject: ${words.length}`] }));
    const mails = arrived.map(({ mail }) => mail);
    await judgeTogether(office.deps, { mails, at });
    const answers = await answersOfMails(office.deps.db, mails);
    expect(answers.map(({ mail, version }) => [mail, version])).toEqual(mails.map((mail, index) => [mail, index + 1]));
    const receipts = await receiptsIn(campaign.id);
    expect(receipts).toHaveLength(2);
  });

  it('do not wait for one that cannot be judged', async () => {
    const { mails } = await fourMails();
    const raw = (await readMail(office.deps.db, mails[1] ?? ''))?.raw ?? '';
    const get = async (hash: string) => {
      if (hash === raw) throw new Error('a disk that cannot be read');
      return office.deps.files.get(hash);
    };
    const deps = { ...office.deps, files: { ...office.deps.files, get } };
    const verdict = await judgeTogether(deps, { mails, at });
    expect(verdict).toMatchObject({ apart: 2, answers: 2, receipts: 1 });
    expect(office.temporal.started.map(({ workflowId }) => workflowId)).toEqual(expect.arrayContaining([ids.intake(mails[1] ?? ''), ids.intake(mails[2] ?? '')])); // prettier-ignore
    // Where nothing goes well it is not the mail's fault, and the activity is tried again.
    const bad = { mails: [mails[1] ?? ''], at };
    await expect(judgeTogether(deps, bad)).rejects.toThrow('a disk');
    // It is, when it goes no better after a while.
    office.temporal.started.length = 0;
    const third = new MockActivityEnvironment({ attempt: 3 });
    expect(await third.run(judgeTogether, deps, bad)).toMatchObject({ judged: 1, apart: 1, answers: 0 });
    expect(office.temporal.started.map(({ workflowId }) => workflowId)).toEqual([ids.intake(bad.mails[0] ?? '')]);
  });

  it('are judged as far as a pass has time, and then the next of them', async () => {
    const campaign = await office.campaign();
    const [from, to] = [campaign.liaison('p2'), campaign.replyTo(await campaign.letterTo('p2'))];
    const all = Array.from({ length: 120 }, (_, index) => ({
      from,
      to,
      text: '收到',
      headers: [`X-Number: ${index}`],
    }));
    const mails = (await Promise.all(all.map((mail) => campaign.arrive(mail)))).map(({ mail }) => mail);
    const clock = performance.now.bind(performance);
    // An hour in a millisecond.
    const hurried = jest.spyOn(performance, 'now').mockImplementation(() => clock() * 3_600_000);
    const { judged, headlines, more } = await judgeTogether(office.deps, { mails, at });
    hurried.mockRestore();
    expect([judged, headlines.length, more]).toEqual([100, 40, 60]);
    expect(await judgeTogether(office.deps, { mails: mails.slice(judged), at })).toMatchObject({
      judged: 20,
      answers: 0,
    });
    const states = await Promise.all(mails.map(async (mail) => (await readMail(office.deps.db, mail))?.state));
    expect(new Set(states)).toEqual(new Set(['noted']));
  });

  it('have one workflow, or several where they are many', async () => {
    office.temporal.started.length = 0;
    const many = Array.from({ length: runAtMost + 2 }, (_, index) => `${index}`.padStart(32, '0'));
    await startIntake(office.deps, many);
    expect(office.temporal.started.map(({ type, args }) => [type, (args as [{ mails: string[] }])[0].mails.length])).toEqual([['arrivals', runAtMost], ['arrivals', 2]]); // prettier-ignore
    const [first] = office.temporal.started;
    await startIntake(office.deps, many);
    expect(office.temporal.started[2]?.workflowId).toBe(first?.workflowId);
  });
});
