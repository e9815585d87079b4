import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { latestAnswers } from '../../../record/answers.js';
import { readMail } from '../../../record/mails.js';
import type { Entering } from '../../../web/entry/entry.js';
import { createEntryDesk } from '../../../web/office/entry-desk.js';
import type { File } from '../../activities/fill-sheet.js';
import { arriveWithFiles, cameAt, proseDocument, takeOrders } from './mail-to-enter.js';
import { campaign, type Office, openOffice, round } from './open-office.js';

const opened: Office[] = [];
let office: Office;
let desk: ReturnType<typeof createEntryDesk>;
beforeEach(async () => {
  office = await openOffice({ led: ['gxt'], at: '2026-04-29T02:00:00.000Z' });
  opened.push(office);
  takeOrders(office);
  const accounting = { ...office, send: office.wire.send, now: () => office.clock.now, withinMs: 1_000 };
  desk = createEntryDesk({ ...accounting, send: (...update) => office.wire.send(...update) }, office.files);
});
afterAll(async () => {
  for (const one of opened) await one.close();
});

const scan: File = { name: '盖章件.pdf', content: Buffer.from('%PDF-1.7 scan') };
const led = () => office.register.tasks.filter(({ lead }) => lead === 'gxt').map(({ number }) => number);
const pair = () => led().slice(0, 2) as [number, number];

const entering = (mail: string, typed: readonly number[], more: Partial<Entering> = {}): Entering => ({
  campaign,
  mail,
  round,
  party: 'gxt',
  by: 'zqb1',
  at: '2026-04-29T02:00:00.000Z',
  answers: typed.map((task) => ({ task, answerId: `typed-${task}`, content: { rating: 'onTrack', figures: [] } })),
  absent: [],
  settle: true,
  ...more,
});

describe('a mail beside the form', () => {
  it('shows what nobody could read by machine', async () => {
    const docx = { name: '报告.docx', content: await proseDocument() };
    const old = { name: '情况.wps', content: Buffer.from('d0cf11e0a1b11ae10000', 'hex') };
    const mail = await arriveWithFiles(office, { files: [docx, scan, old], tasks: pair(), text: '见附件' });
    const view = await desk.open({ campaign, mail });
    expect(view).toMatchObject({ mail: { text: '见附件' }, party: 'gxt', round, toEnter: pair().map((task) => ({ task, open: true })), entered: [], next: null });
    expect(view?.form?.tasks.map(({ number }) => number)).toEqual(led());
    expect(view?.files).toMatchObject([
      { kind: 'words', blocks: [{ text: '省工信厅双月调度情况报告' }, { kind: 'paragraph' }, { rows: [['指标', '累计'], ['首台（套）', '12']] }] },
      { kind: 'pdf' },
      { kind: 'saved', why: 'WPS 文字的旧格式（.wps），不能在此显示' },
    ]);
  }); // prettier-ignore

  it('gives a file by its own bytes', async () => {
    const mail = await arriveWithFiles(office, { files: [scan, { name: 'a.html', content: Buffer.from('<script>') }] });
    expect(await desk.file({ campaign, mail, index: 0 })).toMatchObject({ name: '盖章件.pdf', media: 'application/pdf' });
    expect(await desk.file({ campaign, mail, index: 1 })).toMatchObject({ name: 'a.html', media: null });
    expect(await desk.file({ campaign, mail, index: 2 })).toBeUndefined();
    expect(await desk.file({ campaign: 'other', mail, index: 0 })).toBeUndefined();
  }); // prettier-ignore

  it('leads to the next that waits', async () => {
    const first = await arriveWithFiles(office, { files: [scan], subject: '甲', receivedAt: '2026-04-22T01:00:00.000Z' });
    const second = await arriveWithFiles(office, { files: [scan], subject: '乙', receivedAt: '2026-04-23T01:00:00.000Z' });
    expect((await desk.open({ campaign, mail: second }))?.next).toMatchObject({ id: first, subject: '甲' });
  }); // prettier-ignore

  it('asks whose it is where nobody could tell', async () => {
    const mail = await arriveWithFiles(office, { files: [scan] });
    await office.db.updateTable('mail').set({ party: null, round: null, campaign: null }).where('id', '=', mail).execute();
    expect(await desk.open({ campaign, mail })).toMatchObject({ form: null, party: null, round: null });
    expect(await desk.open({ campaign, mail, party: 'gxt', round })).toMatchObject({ party: 'gxt', form: { round } });
  }); // prettier-ignore
});

describe('what is typed from a mail', () => {
  it('counts from its arrival and settles it', async () => {
    const tasks = pair();
    const mail = await arriveWithFiles(office, { files: [scan], tasks });
    const taken = await desk.enter(entering(mail, tasks));
    expect(taken).toMatchObject(tasks.map((task) => ({ task, version: 2, standing: 'answered', outcome: 'correction' })));
    const stored = await latestAnswers(office.db, { campaign, round, tasks });
    expect(stored).toMatchObject(
      tasks.map((task) => ({ task, channel: 'coordinator', by: 'zqb1', mail, receivedAt: cameAt, content: { rating: 'onTrack' } })),
    );
    expect(await readMail(office.db, mail)).toMatchObject({ state: 'released', decidedBy: 'zqb1' });
    const journal = await office.db.selectFrom('journal').selectAll().where('act', '=', 'answer').execute();
    expect(journal.map(({ by, task, detail }) => [by, task, detail?.['mail']])).toEqual(tasks.map((task) => ['zqb1', task, mail]));
  }); // prettier-ignore

  it('may come in parts', async () => {
    const [one, two] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], tasks: [one, two] });
    await desk.enter(entering(mail, [one], { settle: false }));
    expect(await desk.open({ campaign, mail })).toMatchObject({ toEnter: [{ task: two, open: true }], entered: [one] });
    expect(await readMail(office.db, mail)).toMatchObject({ state: 'held' });
    await desk.enter(entering(mail, [], { absent: [two] }));
    expect(office.wire.sent.map(({ update }) => update)).toEqual(['answer', 'return', 'release']);
    expect(await readMail(office.db, mail)).toMatchObject({ state: 'released' });
  });

  it('twice is once', async () => {
    const [one] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], tasks: [one] });
    const first = await desk.enter(entering(mail, [one]));
    expect(await desk.enter(entering(mail, [one]))).toEqual(first);
    expect(office.wire.sent.filter(({ update }) => update === 'release')).toHaveLength(1);
  });

  it('of a stranger is in time by its arrival', async () => {
    const [one] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], from: 'section@else.example' });
    await office.tasks.happen(one, { kind: 'step', at: Date.parse('2026-04-28T01:30:00Z'), step: { kind: 'overdue', at: Date.parse('2026-04-28T01:30:00Z'), label: '' } });
    expect(await desk.enter(entering(mail, [one]))).toMatchObject([{ version: 1, standing: 'answered', outcome: 'answered' }]);
  }); // prettier-ignore

  it('is late where the mail was', async () => {
    const [one] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], receivedAt: '2026-04-28T01:00:00.000Z' });
    expect(await desk.enter(entering(mail, [one]))).toMatchObject([{ standing: 'late', outcome: 'late' }]);
  });

  it('counts in the round that closed meanwhile', async () => {
    const [one] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], tasks: [one] });
    await office.closeRound(1);
    expect(await desk.open({ campaign, mail })).toMatchObject({ toEnter: [{ task: one, open: false }] });
    expect(await desk.enter(entering(mail, [one]))).toMatchObject([{ standing: 'answered', outcome: 'correction' }]);
  });

  it.each<[string, (mail: string) => Entering, RegExp]>([
    ['a stranger to the campaign', (mail) => entering(mail, pair(), { by: 'nobody' }), /不是本行动的协调员/],
    ['a task of another party', (mail) => entering(mail, [1, 106].filter((task) => !led().includes(task)).slice(0, 1)), /不在 gxt 于/],
    ['a mail that is none', () => entering('f'.repeat(32), pair()), /没有编号为/],
    ['a round that is none', (mail) => entering(mail, pair(), { round: '2026-9' }), /没有调度期/],
  ])('is refused for %s', async (_what, of, why) => {
    const mail = await arriveWithFiles(office, { files: [scan], tasks: pair() });
    await expect(desk.enter(of(mail))).rejects.toMatchObject({ name: 'Refusal', message: expect.stringMatching(why) });
    expect(await readMail(office.db, mail)).toMatchObject({ state: 'held' });
  }); // prettier-ignore

  it('is safe when the mail cannot be settled', async () => {
    const [one] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], tasks: [one] });
    const { send } = office.wire;
    const failing =
      (problem: Error): typeof send =>
      (to, update, said, sending) =>
        update.name === 'release' ? Promise.reject(problem) : send(to, update, said, sending);
    office.wire.send = failing(new WorkflowUpdateRPCTimeoutOrCancelledError('deadline'));
    await expect(desk.enter(entering(mail, [one]))).rejects.toThrow(/内容已经录入/);
    office.wire.send = failing(new WorkflowUpdateFailedError('failed', new Error('来件已不在待核之列。')));
    await expect(desk.enter(entering(mail, [one]))).rejects.toThrow('来件已不在待核之列。');
    office.wire.send = send;
    expect(await desk.enter(entering(mail, [one]))).toMatchObject([{ version: 2, outcome: 'correction' }]);
  });
});

describe('the command line', () => {
  const ordered = (mail: string, task: number) => ({
    campaign, round, task, content: { rating: 'onTrack', figures: [] }, by: 'zqb1', via: '来件附件', mail, receivedAt: '2026-04-29T02:00:00.000Z',
  } as const); // prettier-ignore

  it('enters from a mail by its arrival', async () => {
    const [one] = pair();
    const mail = await arriveWithFiles(office, { files: [scan], tasks: [one] });
    expect(await office.orders.answerOnBehalf(ordered(mail, one))).toMatchObject({ version: 2, outcome: 'correction' });
    const [stored] = await latestAnswers(office.db, { campaign, round, tasks: [one] });
    expect(stored).toMatchObject({ mail, receivedAt: cameAt, channel: 'coordinator' });
  });

  it('does not enter one party’s mail for another', async () => {
    const other = office.register.tasks.find(({ lead }) => lead !== 'gxt')?.number ?? 0;
    const mail = await arriveWithFiles(office, { files: [scan] });
    await expect(office.orders.answerOnBehalf(ordered(mail, other))).rejects.toThrow(/来件属于 gxt/);
  });
});
