import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeArrived } from '../../activities/intake/judge-arrived.js';
import { receiveMail } from '../../activities/intake/receive-mail.js';
import { refuseMail } from '../../activities/intake/refuse-mail.js';
import { releaseMail } from '../../activities/intake/release-mail.js';
import { sendReceipt } from '../../activities/intake/send-receipt.js';
import { readMail as readRaw } from '../../mail/read/read-mail.js';
import { markAccounted } from '../../record/answers.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { readMail } from '../../record/mails.js';
import { openIntakeOffice, round } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
let office: Office;
const at = Date.parse('2026-02-20T02:00:00.000Z');
const stranger = 'stranger@else.example';
const twoSections = '任务1：序时推进，累计40项，进展顺利。\n任务4：无变化';

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

async function opened(desk = 'p0') {
  const campaign = await office.campaign();
  const letter = await campaign.letterTo(desk);
  return { campaign, from: campaign.liaison(desk), to: campaign.replyTo(letter) };
}

async function account(mail: string): Promise<void> {
  const answers = await answersOfMail(office.deps.db, mail);
  await markAccounted(
    office.deps.db,
    answers.map((answer) => ({ ...answer, outcome: 'answered' as const, at: '2026-02-20T02:00:01.000Z' })),
  );
}

describe('a coordinator releases a held mail', () => {
  it('and its sections are the party’s answers', async () => {
    const { campaign, to } = await opened();
    const { mail } = await campaign.judged({ from: stranger, to, text: twoSections });
    const release = { mail, by: 'zqb1', why: '电话核实', at, campaign: campaign.id, round, party: 'p0' };
    const verdict = await releaseMail(office.deps, release);
    expect(verdict).toMatchObject({ state: 'delivered', answers: 2, receipt: true, party: 'p0' });
    expect(await releaseMail(office.deps, release)).toEqual(verdict);
    expect(await readMail(office.deps.db, mail)).toMatchObject({
      state: 'released',
      decidedBy: 'zqb1',
      why: '电话核实',
    });
    const entries = (await campaign.journal()).filter(({ act }) => act === 'release-mail');
    expect(entries).toMatchObject([{ by: 'zqb1', why: '电话核实', party: 'p0', detail: { mail, tasks: [1, 4] } }]);
    await expect(releaseMail(office.deps, { ...release, by: 'zqb2' })).rejects.toThrow(/已由zqb1处理/);
  });

  it('names the task where the words do not', async () => {
    const { campaign, to } = await opened();
    const { mail } = await campaign.judged({ from: stranger, to, text: '今年以来开展了三次专项行动，序时推进。' });
    const release = { mail, by: 'zqb1', at, campaign: campaign.id, round, party: 'p0' };
    await expect(releaseMail(office.deps, release)).rejects.toMatchObject({ nonRetryable: true, message: expect.stringContaining('--task') });
    expect(await readMail(office.deps.db, mail)).toMatchObject({ state: 'held' });
    expect(await releaseMail(office.deps, { ...release, task: 4 })).toMatchObject({ answers: 1 });
    expect((await answersOfMail(office.deps.db, mail)).map(({ task }) => task)).toEqual([4]);
  }); // prettier-ignore

  it('after an extension request was dealt with, and nothing is left to deliver', async () => {
    const { campaign, from, to } = await opened();
    const { mail } = await campaign.judged({ from, to, text: '申请延期至3月5日，数据未出。' });
    const release = { mail, by: 'zqb1', at, campaign: campaign.id, round, party: 'p0' };
    expect(await releaseMail(office.deps, release)).toMatchObject({ state: 'delivered', answers: 0, receipt: false });
  });

  it('and what was read back on arrival is not read back again', async () => {
    const { campaign, from, to } = await opened();
    const { mail, verdict } = await campaign.judged({ from, to, text: `${twoSections}\n\n联络员变更：李四、处长` });
    expect(verdict).toMatchObject({ state: 'held', answers: 2, receipt: true });
    await account(mail);
    const release = { mail, by: 'zqb1', at: at + 60_000, campaign: campaign.id, round, party: 'p0' };
    expect(await releaseMail(office.deps, release)).toMatchObject({ answers: 2, receipt: false });
    expect((await answersOfMail(office.deps.db, mail)).map(({ version }) => version)).toEqual([1, 1]);
  });

  it('and it is read back although a crash let its tasks hear first', async () => {
    const { campaign, to } = await opened();
    const { mail } = await campaign.judged({ from: stranger, to, text: twoSections });
    const release = { mail, by: 'zqb1', at, campaign: campaign.id, round, party: 'p0' };
    await releaseMail(office.deps, release);
    // Delivered at the start of the next worker, before the interrupted attempt is made again.
    await account(mail);
    expect(await releaseMail(office.deps, release)).toMatchObject({ answers: 2, receipt: true });
  });

  it.each([
    ['another campaign’s party', { party: 'nobody' }],
    ['a round that is none', { round: '2026-9' }],
    ['a task of another party', { task: 3 }],
  ])('but not to %s', async (_name, wrong) => {
    const { campaign, to } = await opened();
    const { mail } = await campaign.judged({ from: stranger, to, text: twoSections });
    const release = { mail, by: 'zqb1', at, campaign: campaign.id, round, party: 'p0', ...wrong };
    await expect(releaseMail(office.deps, release)).rejects.toMatchObject({ nonRetryable: true, type: 'Refused' });
    expect(await readMail(office.deps.db, mail)).toMatchObject({ state: 'held' });
  });
});

it('a refused mail is delivered nowhere', async () => {
  const { campaign, to } = await opened();
  const { mail } = await campaign.judged({ from: stranger, to, text: twoSections });
  const verdict = await refuseMail(office.deps, { mail, by: 'zqb1', at, why: '非本单位所发' });
  expect(verdict).toMatchObject({ state: 'noted', answers: 0, receipt: false });
  expect(await readMail(office.deps.db, mail)).toMatchObject({ state: 'refused', decidedBy: 'zqb1' });
  expect(await answersOfMail(office.deps.db, mail)).toEqual([]);
  expect((await campaign.journal()).at(-1)).toMatchObject({ act: 'refuse-mail', by: 'zqb1', why: '非本单位所发' });
});

const readFull = async (index: number) => (await readRaw(office.sink.mails[index]?.raw ?? Buffer.alloc(0))).full;

describe('a receipt', () => {
  it('reads back to the sender and says what is missing', async () => {
    const { campaign, from, to } = await opened();
    const { mail } = await campaign.judged({ from, to, text: '任务1：序时推进，累计40项，进展顺利。' });
    await account(mail);
    office.sink.mails.length = 0;
    expect(await sendReceipt(office.deps, { mail, at })).toBe('sent');
    expect(await sendReceipt(office.deps, { mail, at })).toBe('sent');
    expect(office.sink.mails.map((sunk) => sunk.to)).toEqual([[from.toLowerCase()]]);
    const { text, subject } = await readRaw(office.sink.mails[0]?.raw ?? Buffer.alloc(0));
    expect(subject).toContain('认可1项');
    expect(subject).toContain('未填1项');
    expect(await readFull(0)).toMatch(/累计40项[\s\S]*按期|按期[\s\S]*累计40项/);
    expect(text).not.toContain('undefined');
  });

  it('says what a correction changed', async () => {
    const { campaign, from, to } = await opened();
    const first = await campaign.judged({ from, to, text: '任务1：序时推进，累计40项，进展顺利。' });
    await account(first.mail);
    const second = await campaign.judged({ from, to, text: '任务1：序时推进，累计45项，进展顺利。' });
    await account(second.mail);
    office.sink.mails.length = 0;
    expect(await sendReceipt(office.deps, { mail: second.mail, at })).toBe('sent');
    expect((await readFull(0)).replaceAll(/\s/g, '')).toContain('较第1版：累计由40项改为45项');
  });

  it('asks for sections where none could be told', async () => {
    const { campaign, from, to } = await opened();
    const { mail } = await campaign.judged({ from, to, text: '今年以来我局高度重视，开展了三次专项行动。' });
    office.sink.mails.length = 0;
    await sendReceipt(office.deps, { mail, at });
    expect(await readFull(0)).toMatch(/未写明各属哪一项任务/);
  });

  it('goes with a copy to the liaison where another post wrote', async () => {
    const { campaign, from, to } = await opened();
    const head = `${campaign.id}.p0.head@p0.example`;
    const { mail } = await campaign.judged({ from: head, to, text: twoSections });
    await account(mail);
    office.sink.mails.length = 0;
    await sendReceipt(office.deps, { mail, at });
    expect(office.sink.mails[0]?.to.map((address) => address.toLowerCase())).toEqual([head, from.toLowerCase()]);
  });
});

describe('two robots', () => {
  it('that say what they are do not loop', async () => {
    const { campaign, from, to } = await opened('p1');
    const { mail } = await campaign.judged({ from, to, text: '序时推进，累计40项' });
    await account(mail);
    office.sink.mails.length = 0;
    await sendReceipt(office.deps, { mail, at });
    const [receipt] = office.sink.mails;
    // Another office's robot like ours: it answers our receipt with a receipt of its own.
    const raw = receipt?.raw ?? Buffer.alloc(0);
    const echoed = await receiveMail(office.deps, { raw, envelope: { from, to: [receipt?.from ?? ''] }, receivedAt: '2026-02-20T02:05:00.000Z' });
    const verdict = await judgeArrived(office.deps, { mail: echoed.mail, at });
    expect(verdict).toMatchObject({ state: 'noted', kind: 'automatic', answers: 0, receipt: false });
  }); // prettier-ignore

  it('that hide what they are are answered once', async () => {
    const { campaign, from, to } = await opened('p1');
    let answerTo = to;
    const receipts: boolean[] = [];
    for (const turn of [1, 2, 3]) {
      const headers = [`Message-ID: <turn-${turn}@p1.example>`];
      const { mail, verdict } = await campaign.judged({ from, to: answerTo, headers, text: '您的来件我们将尽快处理，工作时间为周一至周五。' });
      receipts.push(verdict.receipt);
      if (!verdict.receipt) continue;
      await account(mail);
      office.sink.mails.length = 0;
      await sendReceipt(office.deps, { mail, at });
      const replyTo = /^Reply-To: *<?([^>\r\n]+)>?/im.exec(office.sink.mails[0]?.raw.toString() ?? '')?.[1];
      answerTo = replyTo ?? answerTo;
    }
    expect(answerTo).not.toBe(to);
    expect(receipts).toEqual([true, false, false]);
  }); // prettier-ignore
});
