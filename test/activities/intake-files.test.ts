import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refuseMail } from '../../activities/intake/refuse-mail.js';
import { releaseMail } from '../../activities/intake/release-mail.js';
import { sendReceipt } from '../../activities/intake/send-receipt.js';
import { readMail as readRaw } from '../../mail/read/read-mail.js';
import { markAccounted } from '../../record/answers.js';
import { gateFacts } from '../../record/gate.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { readMail } from '../../record/mails.js';
import { storeAnswers } from '../../record/store-answers.js';
import { tasksToEnter } from '../../record/tasks-to-enter.js';
import { writeWorkbook } from '../../sheets/write-workbook.js';
import { type File, sheetOf, withFiles } from './fill-sheet.js';
import { openIntakeOffice, round } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
let office: Office;
const at = Date.parse('2026-02-20T02:00:00.000Z');
const stranger = 'section@p0.example';

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

async function opened(desk = 'p0') {
  const campaign = await office.campaign();
  const letter = await campaign.letterTo(desk);
  const replied = (text: string, files: readonly File[], from = campaign.liaison(desk)) =>
    campaign.judged({ from, to: campaign.replyTo(letter), ...withFiles(text, files) });
  const release = (mail: string) => ({ mail, by: 'zqb1', at, campaign: campaign.id, round, party: desk });
  return { campaign, letter, replied, release };
}

const old = Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex');
const file = (name: string, content: Uint8Array = Buffer.from('a file')): File => ({ name, content });
const scan = file('盖章件.pdf', Buffer.from('%PDF-1.7 scan'));

async function account(mail: string): Promise<void> {
  const answers = await answersOfMail(office.deps.db, mail);
  const seen = { outcome: 'answered', at: '2026-02-20T02:00:01.000Z' } as const;
  await markAccounted(
    office.deps.db,
    answers.map((answer) => ({ ...answer, ...seen })),
  );
}

/** As the board's split view and `answer --mail` do it. */
async function enter(mail: string, task: number): Promise<void> {
  const [came] = await answersOfMail(office.deps.db, mail);
  const { campaign, receivedAt } = came ?? { campaign: '', receivedAt: '' };
  const content = { rating: 'onTrack', figures: [{ target: 0, value: 40 }] } as const;
  await storeAnswers(office.deps.db, [
    { campaign, round, task, party: 'p0', answerId: `typed-${task}`, channel: 'coordinator', by: 'zqb1', receivedAt, content, mail }, // prettier-ignore
  ]);
  await account(mail);
}

async function receiptOf(mail: string, n: 1 | 2): Promise<string> {
  await account(mail);
  await sendReceipt(office.deps, { mail, at });
  const { raw } = await office.deps.db
    .selectFrom('letter')
    .select('raw')
    .where('key', 'like', `%/receipt/${mail}/${n}`)
    .executeTakeFirstOrThrow();
  const { subject, full } = await readRaw(Buffer.from(await office.deps.files.get(raw ?? '')));
  return `${subject}${full}`.replaceAll(/\s/gu, '');
}

describe('a mail of files that no machine reads', () => {
  it.each<[string, string, readonly File[]]>([
    ['Word prose under an empty body', '', [file('进展情况.docx', Buffer.from('PK\u0003\u0004'))]],
    ['a stamped PDF', '', [scan]],
    ['见附件 and a PDF', '见附件。', [scan]],
    ['a polite cover note', '质强办：\n　　现将我厅双月调度情况报上，详见附件，请查收。', [scan]],
    ['a WPS text', '请查收附件', [file('情况.wps', old)]],
    ['a WPS sheet', '', [file('情况.et', old)]],
    ['an old Word text', '', [file('情况.doc', old)]],
    ['an old Excel sheet', '', [file('情况.xls', old)]],
    ['a picture of a stamped page', '', [file('IMG_2023.jpg', Buffer.from('ffd8ffe0', 'hex'))]],
    ['two files', '附上两份材料', [scan, file('说明.wps', old)]],
  ])('counts %s as received', async (_what, text, files) => {
    const { campaign, replied } = await opened();
    const { verdict, row, answers, mail } = await replied(text, files);
    const names = files.map(({ name }) => name);
    expect(verdict).toMatchObject({ state: 'held', reasons: ['仅有附件，待录入'], answers: 2, receipt: true });
    expect(row).toMatchObject({ state: 'held', party: 'p0', round, toEnter: names });
    expect(answers).toMatchObject([
      { task: 1, channel: 'reply', receivedAt: '2026-02-20T02:00:00.000Z', content: { figures: [], toEnter: names } },
      { task: 4, answerId: mail, questions: [], content: { figures: [], toEnter: names } },
    ]);
    expect(await tasksToEnter(office.deps.db, mail)).toEqual([1, 4].map((task) => ({ task, open: true })));
    expect((await campaign.notes())[0]?.text).toContain('任务1、4已按收到登记');
  });

  it('counts a workbook of the party’s own making', async () => {
    const own = await writeWorkbook([{ name: '汇总', columns: [{ heading: '指标', width: 12 }], rows: [[40]] }]);
    const { replied } = await opened();
    const { verdict, row } = await replied('', [file('汇总.xlsx', own)]);
    expect(verdict).toMatchObject({ state: 'held', answers: 2 });
    expect(row).toMatchObject({ toEnter: ['汇总.xlsx'] });
  });

  it('has one receipt that says it is to be entered', async () => {
    const { replied } = await opened();
    const { mail } = await replied('', [scan]);
    const receipt = await receiptOf(mail, 1);
    expect(receipt).toContain('待录入2项');
    expect(receipt).toContain('已收到附件《盖章件.pdf》，内容待录入');
    expect(receipt).toContain('内容由我办录入，收到时间以来件为准');
    expect(receipt).not.toMatch(/认可|未能识别|未填/u);
  });

  it('counts for the tasks of its letter alone', async () => {
    const { campaign } = await opened();
    await campaign.notice('reminder', 'p0', [4]);
    const letter = await campaign.letterTo('p0');
    const { answers } = await campaign.judged({
      from: campaign.liaison('p0'),
      to: campaign.replyTo(letter),
      ...withFiles('', [scan]),
    });
    expect(answers.map(({ task }) => task)).toEqual([4]);
  });

  it('leaves what was answered before alone', async () => {
    const { replied } = await opened();
    await replied('任务1：序时推进，累计40项。', []);
    const second = await replied('', [scan]);
    expect(second.answers.map(({ task }) => task)).toEqual([4]);
    const third = await replied('再补一份，见附件', [file('补充.pdf', Buffer.from('%PDF-1.4'))]);
    expect(third.verdict).toMatchObject({ state: 'held', answers: 0, reasons: ['仅有附件，待录入'] });
    expect(third.row).toMatchObject({ toEnter: ['补充.pdf'] });
  });

  it('mends what was returned', async () => {
    const { campaign, replied } = await opened();
    await replied('任务1：序时推进，累计40项。\n任务4：无变化', []);
    await campaign.standing(4, { standing: 'returned', round });
    expect((await replied('见附件', [scan])).answers.map(({ task }) => task)).toEqual([4]);
  });

  it('is judged the same after a crash', async () => {
    const { campaign, letter } = await opened();
    const arriving = { from: campaign.liaison('p0'), to: campaign.replyTo(letter), ...withFiles('', [scan]) };
    const [first, again] = [await campaign.judged(arriving), await campaign.judged(arriving)];
    expect(again.verdict).toEqual(first.verdict);
    expect(again.answers).toEqual(first.answers);
  });
});

describe('beside a file', () => {
  it.each<[string, string, string]>([
    ['prose answers a task as before', '任务1：序时推进，累计40项。', 'delivered'],
    ['a question is no cover note', '附件里的表怎么填？', 'held'],
    ['an extension is asked for as before', '申请延期至3月5日，说明见附件。', 'held'],
  ])('%s', async (_what, text, state) => {
    const { replied } = await opened();
    const { verdict, answers, row } = await replied(text, [scan]);
    expect(verdict.state).toBe(state);
    expect(answers.every(({ content }) => content.toEnter === undefined)).toBe(true);
    expect(row?.toEnter).toBeNull();
  });

  it('an empty sheet of ours is no answer', async () => {
    const { letter, replied } = await opened();
    const blank = sheetOf(await readRaw(Buffer.from(await office.deps.files.get(letter.raw ?? ''))));
    const alone = await replied('', [file('调度表.xlsx', blank)]);
    expect(alone).toMatchObject({ verdict: { state: 'held', answers: 0 }, row: { toEnter: null } });
    const scanned = await replied('见附件', [file('调度表.xlsx', blank), scan]);
    expect(scanned).toMatchObject({ verdict: { answers: 2 }, row: { toEnter: ['盖章件.pdf'] } });
  });
});

describe('a section that answers alone', () => {
  it('stays held, freezes the escalation, and is listed', async () => {
    const { campaign, replied } = await opened();
    const { verdict, row, answers } = await replied('见附件', [scan], stranger);
    expect(verdict).toMatchObject({ state: 'held', answers: 0, receipt: false });
    expect(verdict.reasons).toEqual(['发件人不是该单位登记的联系人', '仅有附件，待录入']);
    expect(row).toMatchObject({ party: 'p0', round, fromAddress: stranger, toEnter: ['盖章件.pdf'] });
    expect(answers).toEqual([]);
    expect(await gateFacts(office.deps.db, { campaign: campaign.id, task: 1, round, party: 'p0' })).toMatchObject({
      held: 1,
    });
  });

  it('is not released before it was entered', async () => {
    const { replied, release } = await opened();
    const { mail } = await replied('', [scan], stranger);
    await expect(releaseMail(office.deps, { ...release(mail), task: 1 })).rejects.toThrow(/尚未录入.*answer 1 --mail/u);
    expect(await readMail(office.deps.db, mail)).toMatchObject({ state: 'held' });
  });
});

describe('a mail that is entered', () => {
  it('is put away only when nothing of it is left', async () => {
    const { replied, release } = await opened();
    const { mail } = await replied('', [scan]);
    await account(mail);
    await expect(releaseMail(office.deps, release(mail))).rejects.toThrow(/任务1、4.*return 1/u);
    await enter(mail, 1);
    await expect(refuseMail(office.deps, release(mail))).rejects.toThrow(/任务4/u);
    await enter(mail, 4);
    expect(await releaseMail(office.deps, release(mail))).toMatchObject({ state: 'delivered', answers: 2, receipt: true });
    expect(await readMail(office.deps.db, mail)).toMatchObject({ state: 'released' });
  }); // prettier-ignore

  it('has a second receipt that reads back what was typed', async () => {
    const { replied, release } = await opened();
    const { mail } = await replied('', [scan]);
    await receiptOf(mail, 1);
    for (const task of [1, 4]) await enter(mail, task);
    await releaseMail(office.deps, release(mail));
    const receipt = await receiptOf(mail, 2);
    expect(receipt).toContain('认可2项');
    expect(receipt).toContain('序时推进');
    expect(receipt).not.toMatch(/待录入|较第1版/u);
  });

  it('lets go of what was given back', async () => {
    const { campaign, replied, release } = await opened();
    const { mail } = await replied('', [scan]);
    await account(mail);
    await enter(mail, 1);
    await campaign.standing(4, { standing: 'returned', round });
    expect(await releaseMail(office.deps, release(mail))).toMatchObject({ state: 'delivered', receipt: true });
    expect(await receiptOf(mail, 2)).toContain('认可1项');
  });
});
