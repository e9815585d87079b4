import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { campaign, heldMail, status } from './fake-server.js';
import { run } from './run-client.js';

const by = ['--as', 'zqb1'];

describe('orders to tasks', () => {
  it('an extension names the open round and 17:00 of the day', async () => {
    const office = { replies: { extend: { answerBy: '2026-04-30T09:00:00Z' } } };
    const { code, office: told } = await run(['extend', '2', '--until', '4月30日', '--why', '出差', ...by], { office });
    expect(code).toBe(0);
    expect(told.ordered).toEqual([
      {
        to: 'small-2026/task/002',
        update: 'extend',
        said: { by: 'zqb1', why: '出差', round: '2026-2', until: '2026-04-30T17:00:00+08:00' },
      },
    ]);
  });

  it.each([
    [['excuse', '2'], 'excuse', { round: '2026-2' }],
    [['excuse', '2', '--round', '1'], 'excuse', { round: '2026-1' }],
    [['return', '2', '--why', '缺数'], 'return', { round: '2026-2', why: '缺数' }],
    [['accept', '2', '--rating', '已完成'], 'accept', { round: '2026-2', rating: 'done' }],
    [['reassign', '2', '--to', '省总工会'], 'reassign', { to: 'gh', toName: '省总工会' }],
    [['withdraw', '2'], 'withdraw', {}],
  ])('%j is told to its task', async (argv, update, said) => {
    const office = { replies: { return: { until: '2026-04-30T09:00:00Z' } } };
    const { code, office: told } = await run([...argv, ...by], { office });
    expect(code).toBe(0);
    expect(told.ordered).toEqual([{ to: 'small-2026/task/002', update, said: { by: 'zqb1', ...said } }]);
  });

  it('each of several tasks is reported, a refused one too', async () => {
    const office = { refusals: { 'small-2026/task/018': '任务18不能免报：任务已验收，不再调度。' } };
    const { code, out, err, office: told } = await run(['excuse', '17-19', ...by], { office });
    expect(code).toBe(1);
    expect(told.ordered).toHaveLength(3);
    expect(out).toMatch(/任务17.*\n任务19/);
    expect(err).toContain('任务18不能免报：任务已验收，不再调度。');
    expect(err).toContain('3 项中有 1 项');
  });

  it('as data it lists what each task said', async () => {
    const office = { refusals: { 'small-2026/task/018': '不行' } };
    const { code, out } = await run(['excuse', '17', '18', '--json', ...by], { office });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      campaign: 'small-2026',
      results: [
        { task: 17, ok: true },
        { task: 18, ok: false, message: '不行' },
      ],
    });
  });

  it.each([
    [['excuse', '2'], 'zqb1'],
    [['excuse', '2', '--as', 'nobody'], 'nobody'],
    [['return', '2', ...by], '--why'],
    [['accept', '2', '--rating', '很好', ...by], '很好'],
    [['reassign', '2', '--to', 'gxx', ...by], 'gxt'],
    [['excuse', '2', '--campaign', 'other', ...by], 'other'],
    [['excuse', '2', '--round', '7', ...by], '7'],
  ])('%j orders nothing', async (argv, named) => {
    const { code, err, office } = await run(argv);
    expect(code).toBe(1);
    expect(err).toContain(named);
    expect(office.ordered).toEqual([]);
  });

  it('without an open round an order must name one', async () => {
    const server = { status: { ...status, round: null } };
    expect((await run(['excuse', '2', ...by], { server })).err).toContain('--round');
    expect((await run(['excuse', '2', '--round', '2026-2', ...by], { server })).code).toBe(0);
  });

  it('a task is accepted between two rounds in the last one', async () => {
    const round = { id: '2026-2', state: 'closed', opensAt: '', answerBy: '', closesAt: '' } as const;
    const { office } = await run(['accept', '2', ...by], { server: { status: { ...status, round } } });
    expect(office.ordered).toMatchObject([{ said: { round: '2026-2' } }]);
  });

  it('with two campaigns running one must be named', async () => {
    const server = { campaigns: [campaign, { ...campaign, id: 'other-2026' }] };
    expect((await run(['excuse', '2', ...by], { server })).err).toContain('other-2026');
    const { office } = await run(['excuse', '2', '--campaign', 'other-2026', ...by], { server });
    expect(office.ordered).toMatchObject([{ to: 'other-2026/task/002' }]);
  });

  it('a closed campaign is not the only one running', async () => {
    const server = { campaigns: [{ ...campaign, state: 'closed' as const }] };
    expect((await run(['excuse', '2', ...by], { server })).code).toBe(1);
  });
});

describe('orders to the campaign, its rounds and desks', () => {
  it.each([
    [['pause'], 'small-2026/campaign', 'pause', {}],
    [['resume'], 'small-2026/campaign', 'resume', {}],
    [['close', '--yes'], 'small-2026/campaign', 'close', {}],
    [['open-round'], 'small-2026/campaign', 'openRound', { round: '2026-3' }],
    [['open-round', '2026-4'], 'small-2026/campaign', 'openRound', { round: '2026-4' }],
    [['close-round'], 'small-2026/round/2026-2', 'closeRound', {}],
    [['stop', 'kjt', '--until', '05-06'], 'small-2026/desk/kjt', 'stop', { until: '2026-05-06T17:00:00+08:00' }],
    [['sign', '41'], 'small-2026/desk/kjt', 'sign', { letter: 41 }],
    [['sign', '--all'], 'small-2026/desk/kjt', 'sign', { letter: 41 }],
    [['bulletin', 'approve'], 'small-2026/bulletin/2026-1', 'approve', {}],
    [['bulletin', 'return', '--why', '重拟'], 'small-2026/bulletin/2026-1', 'return', { why: '重拟' }],
    [['mail', 'refuse', '3f9a'], 'intake/3f9a1c0d2b4e6f70', 'refuse', {}],
    [
      ['mail', 'release', '3f9a1c0d2b4e6f70', '--party', 'gxt', '--task', '1'],
      'intake/3f9a1c0d2b4e6f70',
      'release',
      { campaign: 'small-2026', round: '2026-2', party: 'gxt', task: 1 },
    ],
  ])('%j goes where it belongs', async (argv, to, update, said) => {
    const office = { replies: { sign: 'sent', approve: { version: 2 }, release: { answers: 1 } } };
    const { code, office: told } = await run([...argv, ...by], { office });
    expect(code).toBe(0);
    expect(told.ordered).toEqual([{ to, update, said: { by: 'zqb1', ...said } }]);
  });

  it('a new contact goes by the record and only its id to the desk', async () => {
    for (const holder of [
      ['head', '李四', 'li@ln.example'],
      ['分管负责人', '李四', 'li@ln.example'],
      ['--post', 'head', '--name', '李四', '--email', 'li@ln.example'],
    ]) {
      const { code, office, server } = await run(['contact', 'kjt', ...holder, ...by]);
      expect(code).toBe(0);
      expect(server.posted).toEqual([
        {
          path: '/api/contacts',
          body: {
            campaign: 'small-2026',
            party: 'kjt',
            post: 'head',
            name: '李四',
            email: 'li@ln.example',
            by: 'zqb1',
          },
        },
      ]);
      expect(office.ordered).toEqual([
        { to: 'small-2026/desk/kjt', update: 'changeContact', said: { by: 'zqb1', post: 'head', change: 7 } },
      ]);
    }
  });

  it('a number to ring goes with the holder', async () => {
    const { server } = await run(['contact', 'kjt', 'head', '李四', 'li@ln.example', '--phone', '024-00000401', ...by]);
    expect(server.posted).toMatchObject([{ body: { name: '李四', phone: '024-00000401' } }]);
  });

  it.each([
    [['contact', 'kjt', 'head', '李四', 'li@ln.example', '--phone', '12', ...by], '12'],
    [['contact', 'kjt', 'head', '李四', 'li', ...by], 'li'],
    [['contact', 'kjt', 'chief', '李四', 'li@ln.example', ...by], 'chief'],
    [['contact', 'kjt', 'head', ...by], '邮箱'],
    [['sign', ...by], '--all'],
    [['sign', '41', '--all', ...by], '--all'],
    [['sign', 'x', ...by], 'x'],
    [['close', ...by], '--yes'],
    [['bulletin', 'return', ...by], '--why'],
    [['mail', 'refuse', 'ffff', ...by], 'ffff'],
  ])('%j orders nothing', async (argv, named) => {
    const { code, err, office, server } = await run(argv);
    expect(code).toBe(1);
    expect(err).toContain(named);
    expect([office.ordered, server.posted]).toEqual([[], []]);
  });

  it('a campaign is closed only after a yes', async () => {
    expect((await run(['close', ...by], { says: false })).office.ordered).toEqual([]);
    expect((await run(['close', ...by], { says: true })).office.ordered).toHaveLength(1);
  });

  it('edited texts are stored and the bulletin told their version', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'edits-')), 'edits.json');
    writeFileSync(file, JSON.stringify({ title: '新题目' }));
    const { code, office, server } = await run(['bulletin', 'edit', '--from', file, ...by]);
    expect(code).toBe(0);
    expect(server.posted).toEqual([
      { path: '/api/bulletins/2026-1/edits', body: { version: 2, edits: { title: '新题目' }, by: 'zqb1' } },
    ]);
    expect(office.ordered).toEqual([
      { to: 'small-2026/bulletin/2026-1', update: 'edit', said: { by: 'zqb1', version: 3 } },
    ]);
  });
});

describe('an answer on behalf of a party', () => {
  it('is stored with how it was told', async () => {
    const { code, server } = await run([
      ...'answer 2 --by 电话 --rating 进展滞后 --figure 1,021 --figure 2=3.5'.split(' '),
      ...'--progress 已检查 --needs 请协调 --next-by 5月20日 --as zqb1'.split(' '),
    ]);
    expect(code).toBe(0);
    expect(server.posted).toEqual([
      {
        path: '/api/answers',
        body: {
          campaign: 'small-2026',
          round: '2026-2',
          task: 2,
          by: 'zqb1',
          via: '电话',
          content: {
            rating: 'behind',
            figures: [
              { target: 0, value: 1021 },
              { target: 1, value: 3.5 },
            ],
            progress: '已检查',
            help: '请协调',
            nextBy: '2026-05-20',
          },
        },
      },
    ]);
  });

  it.each([
    [['answer', '2', '--progress', 'x', ...by], '--by'],
    [['answer', '2', '--by', '电话', ...by], '--rating'],
    [['answer', '2', '--by', '电话', '--figure', '约30', ...by], '约30'],
    [['answer', '2', '--by', '电话', '--figure', '1', '--figure', '2', ...by], '1=30'],
    [['answer', '2-3', '--by', '电话', '--unchanged', ...by], '2-3'],
  ])('%j stores nothing', async (argv, named) => {
    const { code, err, server } = await run(argv);
    expect(code).toBe(1);
    expect(err).toContain(named);
    expect(server.posted).toEqual([]);
  });
});

describe('held mail', () => {
  it('cannot steer the terminal', async () => {
    for (const argv of [['mail', 'held'], ['mail', 'show', heldMail.id], ['status']]) {
      const { code, out } = await run(argv);
      expect(code).toBe(0);
      expect(out).toContain('进展');
      expect(out).not.toContain('\u001b');
    }
  });
});
