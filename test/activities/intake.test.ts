import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeArrived } from '../../activities/intake/judge-arrived.js';
import { receiveMail, storeMails } from '../../activities/intake/receive-mail.js';
import { redeliver } from '../../activities/intake/redeliver.js';
import { deliverAnswers } from '../../activities/intake/deliver-answers.js';
import { setCampaignState } from '../../record/campaigns.js';
import { setRoundState } from '../../record/rounds.js';
import { readMail } from '../../record/mails.js';
import { ids } from '../../workflows/api.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { openIntakeOffice, round } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
let office: Office;
const at = Date.parse('2026-02-20T02:00:00.000Z');

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

async function opened(desk: string) {
  const campaign = await office.campaign();
  const letter = await campaign.letterTo(desk);
  return { campaign, letter, from: campaign.liaison(desk), to: campaign.replyTo(letter) };
}

const startedMails = ({ temporal }: Office): readonly string[] =>
  temporal.started.flatMap(({ args }) => (args as [{ mail: string } | { mails: string[] }]).flatMap((input) => ('mails' in input ? input.mails : input.mail))); // prettier-ignore

const twoSections = '任务1：序时推进，累计40项，进展顺利。\n任务4：无变化';

describe('an arriving mail', () => {
  it('is safe and gets its intake', async () => {
    const { campaign, from, to } = await opened('p0');
    const { mail, fresh } = await campaign.arrive({ from, to, text: twoSections });
    expect(fresh).toBe(true);
    expect(await readMail(office.deps.db, mail)).toMatchObject({ state: 'received', envelopeFrom: from });
    expect(office.temporal.started.at(-1)).toEqual({ type: 'intake', workflowId: ids.intake(mail), args: [{ mail }] });
  });

  it('is one mail however often the same bytes come', async () => {
    const { campaign, from, to } = await opened('p0');
    const [one, two] = [
      await campaign.judged({ from, to, text: twoSections }),
      await campaign.judged({ from, to, text: twoSections }),
    ];
    expect(two.mail).toBe(one.mail);
    expect(two.verdict).toEqual(one.verdict);
    expect(two.answers).toEqual(one.answers);
    expect(await campaign.journal()).toHaveLength(1);
  });

  it('is taken while Temporal is down and judged afterwards', async () => {
    const { campaign, from, to } = await opened('p1');
    office.temporal.down = true;
    const { mail, started } = await campaign.arrive({ from, to, text: '累计40项，序时推进' });
    expect(await started).toBeInstanceOf(Error);
    office.temporal.down = false;
    office.temporal.started.length = 0;
    const waiting = await redeliver(office.deps);
    expect(waiting).toContain(mail);
    expect(startedMails(office)).toEqual(waiting);
    office.temporal.started.length = 0;
    await redeliver(office.deps, [mail]);
    expect(office.temporal.started.map(({ workflowId }) => workflowId)).toEqual([ids.intake(mail)]);
  });

  it('that the disk does not take holds up none that was fetched with it', async () => {
    const files = {
      ...office.deps.files,
      put: async (bytes: Uint8Array) => {
        if (Buffer.from(bytes).includes('two')) throw new Error('the disk is full');
        return office.deps.files.put(bytes);
      },
    };
    const fetched = ['one', 'two', 'three'].map((subject, index) => ({
      raw: Buffer.from(`Subject: ${subject}\r\n\r\n`),
      envelope: { from: 'x@y.example', to: [] },
      receivedAt: '2026-02-20T02:00:00.000Z',
      messageId: `<${subject}@y.example>`,
      position: { account: 'a@ours.example', mailbox: 'INBOX', uidValidity: 1, uid: index + 1 },
    }));
    const outcomes = await storeMails({ ...office.deps, files }, fetched);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: { fresh: true, unjudged: true } },
      { status: 'rejected', reason: { message: 'the disk is full' } },
      { status: 'fulfilled', value: { fresh: true } },
    ]);
    const again = await storeMails(office.deps, fetched);
    expect(again).toMatchObject([false, true, false].map((fresh) => ({ value: { fresh } })));
  });

  it('is kept whatever its bytes are', async () => {
    const raw = Buffer.from([0, 255, 13, 10, 0, 1, 2]);
    const { mail } = await receiveMail(office.deps, {
      raw,
      envelope: { from: 'x\0@y.example', to: [] },
      receivedAt: '2026-02-20T02:00:00.000Z',
    });
    const verdict = await judgeArrived(office.deps, { mail, at });
    expect(verdict).toMatchObject({ state: 'held', kind: 'other', answers: 0, receipt: false });
  });
});

describe('a reply with token and known sender', () => {
  it('answers by sections and goes to its tasks by id', async () => {
    const { campaign, letter, from, to } = await opened('p0');
    const { mail, verdict, row, answers } = await campaign.judged({ from, to, text: twoSections });
    expect(verdict).toMatchObject({ state: 'delivered', kind: 'answer', reasons: [], answers: 2, receipt: true, campaign: campaign.id, round, party: 'p0' });
    expect(row).toMatchObject({ state: 'delivered', kind: 'answer', party: 'p0', round, letter: letter.id, fromAddress: from.toLowerCase() });
    expect(answers.map(({ task, by, channel, answerId }) => ({ task, by, channel, answerId }))).toEqual(
      [1, 4].map((task) => ({ task, by: from.toLowerCase(), channel: 'reply', answerId: mail })),
    );
    expect(answers[0]?.content).toMatchObject({ rating: 'onTrack', figures: [{ target: 0, value: 40 }] });
    office.temporal.signals.length = 0;
    await deliverAnswers(office.deps, [mail]);
    expect(office.temporal.signals.toSorted((a, b) => (a.workflowId < b.workflowId ? -1 : 1))).toEqual(
      [1, 4].map((task) => ({
        workflowId: ids.task(campaign.id, task),
        name: 'answer',
        args: [{ round, answerId: mail, party: 'p0', receivedAt: '2026-02-20T02:00:00.000Z' }],
      })),
    );
  }); // prettier-ignore

  it('says nothing of persons to Temporal', async () => {
    const { campaign, from, to } = await opened('p0');
    const { verdict } = await campaign.judged({ from, to, text: `${twoSections}\n填报人：张三\n任务9：秘密` });
    const payload = JSON.stringify(verdict);
    expect(payload).not.toMatch(/@|张三|秘密|顺利/);
  });

  it('needs no sections where one task is asked', async () => {
    const { campaign, from, to } = await opened('p1');
    const { verdict, answers } = await campaign.judged({ from, to, text: '序时推进，累计40项，已完成前期准备。' });
    expect(verdict).toMatchObject({ state: 'delivered', answers: 1 });
    expect(answers[0]).toMatchObject({ task: 2, content: { rating: 'onTrack' } });
  });

  it('speaks of the tasks of the letter it replies to', async () => {
    const { campaign } = await opened('p0');
    await campaign.notice('reminder', 'p0', [4]);
    const reminder = await campaign.letterTo('p0');
    const { answers } = await campaign.judged({
      from: campaign.liaison('p0'),
      to: campaign.replyTo(reminder),
      text: '无变化',
    });
    expect(answers.map(({ task }) => task)).toEqual([4]);
  });

  it('confirms all tasks where it says all', async () => {
    const { campaign, from, to } = await opened('p0');
    const { verdict, answers } = await campaign.judged({ from, to, text: '各项任务均无变化' });
    expect(verdict).toMatchObject({ state: 'delivered', answers: 2 });
    expect(answers.every(({ content }) => content.unchanged)).toBe(true);
  });

  it('is found by our Message-ID or the subject tag too', async () => {
    const { campaign, letter, from } = await opened('p1');
    const byId = await campaign.judged({ from, text: '序时推进', headers: [`In-Reply-To: ${letter.message_id}`] });
    const byTag = await campaign.judged({
      from,
      text: '进展滞后',
      headers: [`Subject: Re: tag =?utf-8?Q?=E3=80=94${letter.token}=E3=80=95?=`],
    });
    expect([byId, byTag].map(({ verdict }) => verdict.state)).toEqual(['delivered', 'delivered']);
  });

  it('is stored after the round has closed', async () => {
    const { campaign, from, to } = await opened('p1');
    await campaign.standing(2, { standing: 'missed', round });
    await setRoundState(office.deps.db, { campaign: campaign.id, round, state: 'closed' });
    const { verdict, answers } = await campaign.judged({ from, to, text: '序时推进' });
    expect(verdict).toMatchObject({ state: 'delivered', answers: 1, round });
    expect(answers).toHaveLength(1);
  });

  it('to an old letter is kept there, and the coordinators hear of it', async () => {
    const { campaign, from, to } = await opened('p1');
    await setRoundState(office.deps.db, { campaign: campaign.id, round, state: 'closed' });
    await setRoundState(office.deps.db, { campaign: campaign.id, round: '2026-2', state: 'open' });
    const { mail, verdict } = await campaign.judged({ from, to, text: '序时推进' });
    expect(verdict).toMatchObject({ state: 'delivered', round, answers: 1 });
    expect((await campaign.notes()).map(({ about }) => about)).toEqual([`old-round/${mail}`]);
  });

  it('to an ended task is kept as after closing', async () => {
    const { campaign, from, to } = await opened('p1');
    const { mail } = await campaign.judged({ from, to, text: '序时推进' });
    office.temporal.ended.add(ids.task(campaign.id, 2));
    await deliverAnswers(office.deps, [mail]);
    expect((await answersOfMail(office.deps.db, mail))[0]?.outcome).toBeNull();
    await setCampaignState(office.deps.db, { campaign: campaign.id, state: 'closed' });
    await redeliver(office.deps);
    expect((await answersOfMail(office.deps.db, mail))[0]?.outcome).toBe('afterClose');
  });
});

const forge = (address: string) => address.replace(/\+(.)/, (_whole, first: string) => `+${first === 'a' ? 'b' : 'a'}`);

describe('what cannot be trusted or placed is held', () => {
  it.each<[string, (who: { from: string; to: string; other: string }) => { from: string; to?: string }, string, object]>([
    ['a forged token', ({ from, to }) => ({ from, to: forge(to) }), '校验不符', { party: 'p0', round }],
    ['an unknown sender with a valid token', ({ to }) => ({ from: 'stranger@else.example', to }), '不是该单位登记', { party: 'p0', round }],
    ['another party with a valid token', ({ to, other }) => ({ from: other, to }), '与回信标记不一致', { party: 'p0', round }],
    ['a known sender without a reference', ({ from }) => ({ from }), '没有回信标记', { party: 'p0', round }],
    ['a stranger without a reference', () => ({ from: 'stranger@else.example' }), '未登记', { party: null, campaign: null }],
  ])('%s', async (_name, who, reason, place) => {
    const { campaign, from, to } = await opened('p0');
    const { verdict, row, answers } = await campaign.judged({ ...who({ from, to, other: campaign.liaison('p1') }), text: twoSections });
    expect(verdict).toMatchObject({ state: 'held', answers: 0, receipt: false });
    expect(verdict.reasons.join()).toContain(reason);
    expect(row).toMatchObject({ state: 'held', ...place });
    expect(answers).toEqual([]);
  }); // prettier-ignore

  it('tells the coordinators once', async () => {
    const { campaign, to } = await opened('p0');
    const arriving = { from: 'stranger@else.example', to, text: twoSections };
    const { mail } = await campaign.judged(arriving);
    await campaign.judged(arriving);
    expect((await campaign.notes()).map(({ about }) => about)).toEqual([`held/${mail}`]);
  });

  it.each<[string, string, number[], boolean, string]>([
    ['words for several tasks without sections', '今年以来我局高度重视，开展了三次专项行动。', [], true, '未能分项'],
    [
      'an extension request beside an answer',
      '任务1：序时推进，累计40项\n任务4：申请延期至3月5日，数据未出。',
      [1],
      true,
      '申请延期',
    ],
    ['an extension request alone', '申请延期至3月5日，数据未出。', [], false, '申请延期'],
    [
      'a change of liaison',
      `${twoSections}\n\n联络员变更：李四、处长、024-1、li@p0.example`,
      [1, 4],
      true,
      '变更联络员',
    ],
    ['a section for another party’s task', '任务1：序时推进，累计40项\n任务2：已完成', [1], true, '任务2不在'],
  ])('%s', async (_name, text, tasks, receipt, reason) => {
    const { campaign, from, to } = await opened('p0');
    const { verdict, row, answers } = await campaign.judged({ from, to, text });
    expect(verdict).toMatchObject({ state: 'held', kind: 'answer', answers: tasks.length, receipt });
    expect(verdict.reasons.join()).toContain(reason);
    expect(row).toMatchObject({ state: 'held', party: 'p0', round });
    expect(answers.map(({ task }) => task)).toEqual(tasks);
  });

  it('a section for a task that went to another lead', async () => {
    const { campaign, from, to } = await opened('p0');
    await campaign.standing(4, { lead: 'p1' });
    const { verdict, answers } = await campaign.judged({ from, to, text: twoSections });
    expect(verdict.reasons).toEqual(['所报任务4不在该单位本期应报之列']);
    expect(answers.map(({ task }) => task)).toEqual([1]);
  });
});

describe('what is no answer is noted', () => {
  it('收到 alone', async () => {
    const { campaign, from, to } = await opened('p0');
    const { verdict, row } = await campaign.judged({ from, to, text: '收到，谢谢！' });
    expect(verdict).toMatchObject({ state: 'noted', kind: 'acknowledgement', answers: 0, receipt: false });
    expect(row).toMatchObject({ state: 'noted', party: 'p0', round });
    expect(await campaign.notes()).toEqual([]);
  });

  it('an automatic reply, told once a party and round', async () => {
    const { campaign, letter, from, to } = await opened('p0');
    const away = { from, text: '我正在休假。', headers: ['Auto-Submitted: auto-replied', 'Subject: away'] };
    const first = await campaign.judged({ ...away, to });
    await campaign.judged({ ...away, to: campaign.bounceTo(letter), envelopeFrom: '' });
    expect(first.verdict).toMatchObject({ state: 'noted', kind: 'automatic', party: 'p0', answers: 0, receipt: false });
    expect(await campaign.notes()).toEqual([{ about: `away/${round}/p0`, text: expect.stringContaining('可能外出') }]);
  });
});
