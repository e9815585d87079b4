import { describe, expect, it } from '@jest/globals';
import { calls } from './fake-server.js';
import { run } from './run-client.js';

const by = ['--as', 'zqb1'];

describe('calls', () => {
  it('as data are what the office said', async () => {
    expect(JSON.parse((await run(['calls', '--json'])).out)).toEqual(calls);
  });

  it.each([
    '1 个单位 1 项未报（4月27日（星期一）17:00截止）',
    '联络员A：024-00000401　张三　kjt.a@ln.example（退信）',
    '承办处室：未登记电话',
    '任务：2 工地检查',
    '已发：调度通知 4月13日（星期一）09:30',
    '留意：有 1 封来信待核。',
    '已打：4月27日（星期一）14:10 zqb2　已接通，已收到通知，卡在审签，预计4月28日（星期二）报送',
    '登记：shuangyue calls log kjt 情况 --as 协调员代码 --campaign small-2026',
  ])('show %s', async (line) => {
    expect((await run(['calls'])).out).toContain(line);
  });

  it('are none where everybody answered or no round is open', async () => {
    expect((await run(['calls'], { server: { calls: { ...calls, parties: [] } } })).out).toContain('均已报送');
    expect((await run(['calls'], { server: { calls: { ...calls, round: null, parties: [] } } })).out).toContain(
      '没有开放',
    );
  });

  it('speak English when asked to', async () => {
    const { out } = await run(['calls'], { language: 'en' });
    expect(out).toContain('liaison A: 024-00000401');
    expect(out).toContain('reached, was received, stuck: sign-off, expected Tue 28 Apr');
  });
});

describe('a call is logged', () => {
  it.each([
    [['在审签，明日报'], { outcome: 'reached', said: {}, note: '在审签，明日报' }],
    [['--outcome', '未接通'], { outcome: 'no-answer', said: {} }],
    [['--received', '是', '--stuck', '审签', '--expected', '4月28日', '--wants', '延期'], { outcome: 'reached', said: { received: true, stuckAt: 'sign-off', expectedOn: '2026-04-28', wish: 'extension' } }], // prettier-ignore
    [['--received', 'no', '--stuck', 'data', '--wants', 'contact'], { outcome: 'reached', said: { received: false, stuckAt: 'data', wish: 'contact' } }], // prettier-ignore
  ])('by %j', async (said, sent) => {
    const { code, server } = await run(['calls', 'log', '省科技厅', ...said, ...by]);
    expect(code).toBe(0);
    expect(server.posted).toEqual([
      { path: '/api/calls', body: { campaign: 'small-2026', round: '2026-2', party: 'kjt', by: 'zqb1', ...sent } },
    ]);
  });

  it('and read back with the order that the party asked for', async () => {
    const { out } = await run(['calls', 'log', 'kjt', '--expected', '04-28', '--wants', '延期', ...by]);
    expect(out).toContain('已接通，预计4月28日（星期二）报送，需延期。');
    expect(out).toContain('shuangyue extend 任务编号 --until 日期');
  });

  it('as data with its number', async () => {
    const { out } = await run(['calls', 'log', 'kjt', '已催', ...by, '--json']);
    expect(JSON.parse(out)).toMatchObject({ call: 9, party: 'kjt', outcome: 'reached', note: '已催' });
  });

  it.each([
    [[], '--outcome'],
    [['已催', '--outcome', '挂断'], '挂断'],
    [['--stuck', '厅长'], '厅长'],
    [['--received', '也许'], '也许'],
    [['--wants', '钱'], '钱'],
    [['--expected', '快了'], '快了'],
  ])('not where %j is said', async (said, named) => {
    const { code, err, server } = await run(['calls', 'log', 'kjt', ...said, ...by]);
    expect(code).toBe(1);
    expect(err).toContain(named);
    expect(server.posted).toEqual([]);
  });
});
