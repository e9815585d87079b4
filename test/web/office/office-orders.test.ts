import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { AnswerOnBehalf } from '../../../domain/office-requests.js';
import type { Register } from '../../../domain/register.js';
import { applyContactChange, readContactChange } from '../../../record/contact-changes.js';
import { saveDraft } from '../../../record/bulletins.js';
import { callsOf } from '../../../record/calls.js';
import { readCampaign } from '../../../record/campaigns.js';
import { keepFile } from '../../../record/files.js';
import { addLetters, lettersByKey } from '../../../record/letters.js';
import { sampleModel } from '../../bulletin/sample.js';
import { campaign, type Office, openOffice, requestFor, round, sampleRegister } from './open-office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const at = '2026-04-20T02:00:00.000Z';
const refused = (message: RegExp) => ({ name: 'Refusal', message: expect.stringMatching(message) });

/** Puts the wire back as it was. */
const wired = async (work: () => Promise<void>): Promise<void> => {
  const { send } = office.wire;
  await work().finally(() => {
    office.wire.send = send;
  });
};

describe('storing a campaign', () => {
  it('keeps its register and a line in the journal', async () => {
    const stored = await readCampaign(office.db, campaign);
    expect(stored).toMatchObject({ year: 2026, state: 'running', startedBy: 'zqb1' });
    const journal = await office.board.journal(campaign, 1000);
    expect(journal.at(-1)).toMatchObject({ act: 'store-campaign', by: 'zqb1', at });
  });

  it('twice changes nothing', async () => {
    expect(await office.orders.storeCampaign(requestFor(office.register))).toEqual({ outcome: 'exists' });
  });

  it('tells how another register differs, with the command for each change', async () => {
    const [first, ...rest] = office.register.tasks;
    if (!first) throw new Error('the sample has no tasks');
    const tasks = [{ ...first, lead: 'kjt' }, ...rest];
    const reply = await office.orders.storeCampaign(requestFor({ ...office.register, tasks }, { year: 2027 }));
    expect(reply).toEqual({
      outcome: 'differs',
      differences: [
        expect.objectContaining({ where: 'year', before: '2026', after: '2027', command: '需新建行动' }),
        expect.objectContaining({ where: 'tasks.1.lead', command: expect.stringMatching(/^shuangyue reassign 1 /) }),
      ],
    });
    expect(await readCampaign(office.db, campaign)).toMatchObject({ year: 2026 });
  });

  it('takes a file that caught up with the running campaign for the same', async () => {
    const change = {
      campaign,
      party: 'gxt',
      post: 'section',
      name: '新处室',
      email: 'new@ln.example',
      by: 'zqb1',
    } as const;
    const asked = await office.orders.askContactChange({ ...change, askedAt: at });
    await office.db.transaction().execute((trx) => applyContactChange(trx, { change: asked.change, by: 'zqb1', at }));
    const parties = office.register.parties.map((party) =>
      party.code === 'gxt'
        ? { ...party, posts: { ...party.posts, section: { name: '新处室', email: 'new@ln.example' } } }
        : party,
    );
    const caughtUp: Register = { ...office.register, parties };
    expect(await office.orders.storeCampaign(requestFor(caughtUp))).toEqual({ outcome: 'exists' });
  });

  it('is refused to somebody who is not its coordinator', async () => {
    const request = requestFor(await sampleRegister(), { id: 'other', by: 'nobody' });
    await expect(office.orders.storeCampaign(request)).rejects.toMatchObject(refused(/nobody.*zqb1、zqb2/));
    expect(await readCampaign(office.db, 'other')).toBeUndefined();
  });
});

describe('an answer entered on behalf', () => {
  const request: AnswerOnBehalf & { receivedAt: string } = {
    campaign,
    round,
    task: 1,
    content: { rating: 'onTrack', figures: [{ target: 0, value: 9 }] },
    by: 'zqb2',
    via: '公文交换〔2026〕31号',
    receivedAt: at,
  };

  it('is the lead answer, with the way it came in the journal', async () => {
    expect(await office.orders.answerOnBehalf(request)).toMatchObject({ version: 1, outcome: 'answered' });
    const [entry] = (await office.board.task(campaign, 1))?.answers ?? [];
    expect(entry).toMatchObject({ channel: 'coordinator', by: 'zqb2', receivedAt: at });
    const [line] = await office.board.journal(campaign, 1);
    expect(line).toMatchObject({ act: 'answer', by: 'zqb2', task: 1, round, party: 'gxt', why: request.via });
  });

  it('entered twice is one version and one line', async () => {
    const lines = await office.board.journal(campaign, 1000);
    expect(await office.orders.answerOnBehalf(request)).toMatchObject({ version: 1, outcome: 'answered' });
    expect(await office.board.journal(campaign, 1000)).toEqual(lines);
  });

  it('may go back to what it was before a correction', async () => {
    const corrected = { ...request, content: { ...request.content, progress: '更正' } };
    expect(await office.orders.answerOnBehalf(corrected)).toMatchObject({ version: 2, outcome: 'correction' });
    expect(await office.orders.answerOnBehalf(request)).toMatchObject({ version: 3, outcome: 'correction' });
  });

  it.each<[string, Partial<AnswerOnBehalf>, RegExp]>([
    ['by a stranger', { by: 'fgw' }, /fgw 不是本行动的协调员/],
    ['to an unknown campaign', { campaign: 'none' }, /没有行动 none/],
    ['in an unknown round', { round: '2026-9' }, /没有调度期 2026-9/],
    ['in a round to come', { round: '2026-3' }, /尚未开启/],
    ['to an unknown task', { task: 999 }, /没有任务999/],
    ['with a figure for no target', { content: { figures: [{ target: 4, value: 1 }] } }, /没有第 4 号目标/],
  ])('%s is refused in a sentence', async (_what, more, sentence) => {
    await expect(office.orders.answerOnBehalf({ ...request, ...more })).rejects.toMatchObject(refused(sentence));
  });
});

describe('a contact change and a call', () => {
  const change = {
    campaign,
    party: 'gxt',
    post: 'liaison-a',
    name: '新联络员',
    email: 'x@ln.example',
    by: 'zqb1',
  } as const;
  const call = { campaign, round, party: 'gxt', by: 'zqb1', note: '数据未出，预计明日', at };

  it('lies in the record until its desk applies it', async () => {
    const asked = await office.orders.askContactChange({ ...change, why: '轮岗', askedAt: at });
    expect(await readContactChange(office.db, asked.change)).toMatchObject({
      kind: 'liaison-a',
      why: '轮岗',
      appliedAt: null,
    });
    expect(await office.board.contacts(campaign, 'gxt')).not.toContainEqual(
      expect.objectContaining({ email: 'x@ln.example' }),
    );
  });

  it('is kept with its number and a line in the journal', async () => {
    const logged = await office.orders.logCall(call);
    expect(await callsOf(office.db, { ...call, parties: [call.party] })).toMatchObject([
      { id: logged.call, note: call.note, by: 'zqb1' },
    ]);
    expect((await office.board.journal(campaign, 1))[0]).toMatchObject({
      act: 'call',
      party: 'gxt',
      why: '已接通，数据未出，预计明日',
    });
  });

  it('is refused for whom the register does not know', async () => {
    await expect(office.orders.askContactChange({ ...change, party: 'x', askedAt: at })).rejects.toMatchObject(
      refused(/代码为 x 的单位/),
    );
    await expect(office.orders.logCall({ ...call, by: 'x' })).rejects.toMatchObject(refused(/x 不是本行动的协调员/));
    await expect(office.orders.logCall({ ...call, round: '2025-1' })).rejects.toMatchObject(
      refused(/没有调度期 2025-1/),
    );
  });
});

describe('editing a bulletin', () => {
  const editedAt = '2026-05-11T02:00:00.000Z';
  const edit = (version: number, edits: Readonly<Record<string, string>>, more: object = {}) =>
    office.orders.editBulletin({ campaign, round, version, edits, by: 'zqb1', why: '措辞', editedAt, ...more });

  beforeAll(async () => {
    const model = sampleModel();
    const html = await keepFile(office.db, office.files, {
      bytes: Buffer.from('<p>第一稿</p>'),
      media: 'text/html',
      at,
    });
    await saveDraft(office.db, { campaign, round, issue: 2, model, html, composedAt: at });
  });

  it('stores the next version with its page', async () => {
    expect(await edit(1, { title: '全年任务总体平稳' })).toEqual({ version: 2 });
    expect(await office.board.bulletinPage(campaign, round, 2)).toContain('全年任务总体平稳');
    expect(await office.board.bulletinTexts(campaign, round, 2)).toMatchObject({ title: '全年任务总体平稳' });
    expect(await office.board.bulletinPage(campaign, round, 1)).toBe('<p>第一稿</p>');
  });

  it('made on an older version is refused', async () => {
    await expect(edit(1, { title: '另一标题' })).rejects.toMatchObject(refused(/现为第2版，所改的是第1版/));
  });

  it('by two at once keeps one', async () => {
    const both = await Promise.allSettled([edit(2, { title: '甲' }), edit(2, { title: '乙' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['an unknown place', { nowhere: '文字' }, /没有可编辑的段落“nowhere”/],
    ['an empty title', { title: ' ' }, /不得为空/],
  ])('of %s is refused and stores nothing', async (_what, edits, sentence) => {
    const before = await office.board.bulletins(campaign);
    await expect(edit(3, edits)).rejects.toMatchObject(refused(sentence));
    expect(await office.board.bulletins(campaign)).toEqual(before);
  });

  it('that was published, or never drafted, is refused', async () => {
    await office.db.updateTable('bulletin').set({ state: 'published' }).where('version', '=', 3).execute();
    await expect(edit(3, { title: '标题' })).rejects.toMatchObject(refused(/请另发更正/));
    await expect(edit(1, { title: '标题' }, { round: '2026-1' })).rejects.toMatchObject(refused(/还没有简报草稿/));
  });

  it('shows what was published without the draft mark', async () => {
    expect(await office.board.bulletinPage(campaign, round, 2)).toContain('草稿，未经签发');
    expect(await office.board.bulletinPage(campaign, round, 3)).not.toContain('草稿，未经签发');
  });
});

describe('signing a letter', () => {
  const key = 'demo/kjt/2026-05-07T01:30:00.000Z/1';
  let letter = 0;

  beforeAll(async () => {
    const plannedAt = '2026-05-07T01:30:00.000Z';
    const names = { key, messageId: '<escalation@ln.example>', token: 'abcdefghijkl' };
    await addLetters(office.db, [
      { ...names, campaign, round, desk: 'kjt', kind: 'escalation', plannedAt, state: 'drafted' },
    ]);
    letter = (await lettersByKey(office.db, [key]))[0]?.id ?? 0;
  });

  const sign = (more: object = {}) => office.orders.signLetter({ campaign, letter, by: 'zqb1', ...more });

  it('is an update of its desk', () =>
    wired(async () => {
      const heard: unknown[] = [];
      office.wire.send = async <Reply>(to: string, update: { readonly name: string }, said: unknown) => {
        heard.push([to, update.name, said]);
        return 'needs-second' as Reply;
      };
      expect(await sign()).toBe('needs-second');
      expect(heard).toEqual([['demo/desk/kjt', 'sign', { by: 'zqb1', letter }]]);
    }));

  it('that the desk refuses says its sentence', () =>
    wired(async () => {
      const cause = new Error('Activity task failed', {
        cause: ApplicationFailure.nonRetryable('收件地址全部退信', 'Refused'),
      });
      office.wire.send = () => Promise.reject(new WorkflowUpdateFailedError('Workflow Update failed', cause));
      await expect(sign()).rejects.toMatchObject(refused(/^收件地址全部退信$/));
    }));

  it('of a desk that has ended is refused in a sentence', () =>
    wired(async () => {
      office.wire.send = () => Promise.reject(new WorkflowNotFoundError('not found', 'demo/desk/kjt', undefined));
      await expect(sign()).rejects.toMatchObject(refused(/已经结束/));
    }));

  it('is refused to strangers and for letters of no campaign of theirs', async () => {
    await expect(sign({ by: 'kjt' })).rejects.toMatchObject(refused(/不是本行动的协调员/));
    await expect(sign({ letter: 999 })).rejects.toMatchObject(refused(/没有编号为 999 的函/));
    await expect(sign({ campaign: 'none' })).rejects.toMatchObject(refused(/没有行动 none/));
  });
});
