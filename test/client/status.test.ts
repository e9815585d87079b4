import { describe, expect, it } from '@jest/globals';
import { displayWidth } from '../../client/display-width.js';
import type { Status } from '../../domain/board.js';
import { campaign, status } from './fake-server.js';
import { run } from './run-client.js';

const tasks = (count: number, standing: 'answered' | 'overdue' | 'asked') => ({ tasks: count, counts: { [standing]: count } }); // prettier-ignore
const crowded: Status = {
  ...status,
  counts: { asked: 3, answered: 4, overdue: 1 },
  parties: [
    { code: 'a', name: '单位甲', ...tasks(2, 'answered'), troubles: [] },
    {
      code: 'c',
      name: '单位丙',
      ...tasks(3, 'asked'),
      troubles: ['联络员A的地址 a@ln.example 退信，需更换；已两次来电说明，仍未更换，请尽快联系。'],
    },
    { code: 'b', name: '单位乙', ...tasks(1, 'overdue'), troubles: [] },
    { code: 'd', name: '单位丁', ...tasks(2, 'answered'), troubles: [] },
  ],
};

describe('status', () => {
  it('as data is what the office said', async () => {
    const { code, out } = await run(['status', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(status);
  });

  it('begins with the round, its day and the time that is left', async () => {
    const { out } = await run(['status']);
    expect(out).toContain('2026年第2次调度　第16天，共29天\n报送已截止，距关闭 13天8小时');
    expect(out).toContain('下一步：再催，4月30日（星期四）09:30，还有2天');
    expect(out).toContain('已报 50%　1/2 项');
  });

  it('shows departments by standing, leaving out what does not occur', async () => {
    const { out } = await run(['status']);
    expect(out).toMatch(/单位\s+任务\s+按期报送\s+逾期\s+已报/);
    expect(out).toMatch(/省科技厅 kjt\s+1\s+·\s+1\s+░+\n  ↳ 联络员 A 信箱退信/);
    expect(out).toMatch(/按期报送\s+1\s+█+/);
  });

  it('puts whoever needs attention first and folds the settled', async () => {
    const { out } = await run(['status'], { server: { status: crowded } });
    const order = ['单位乙', '单位丙', '2 个单位已无待办', '单位甲 · 单位丁'];
    expect(order.map((name) => out.indexOf(name))).toEqual(order.map((name) => out.indexOf(name)).toSorted((a, b) => a - b)); // prettier-ignore
    for (const name of order) expect(out).toContain(name);
  });

  it.each([60, 80, 120])('fits %i columns but for the commands to copy', async (columns) => {
    for (const language of ['zh', 'en'] as const) {
      const { out } = await run(['status'], { server: { status: crowded }, columns, language });
      const lines = out.split('\n').filter((line) => !line.includes('shuangyue'));
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    }
  });

  it('shows the tasks of one party', async () => {
    const { out } = await run(['status', '--party', '省科技厅']);
    expect(out).toMatch(/2\s+工地检查\s+逾期/);
    expect(out).toContain('联络员 A 信箱退信');
    const data: unknown = JSON.parse((await run(['status', '--party', 'kjt', '--json'])).out);
    expect(data).toMatchObject({ code: 'kjt', tasks: [{ number: 2 }] });
  });

  it('is looked at again until Ctrl-C, on a terminal', async () => {
    const { code, out, server } = await run(['status', '--watch', '5'], { looks: 2 });
    expect(code).toBe(0);
    expect(out).toContain('每5秒刷新');
    expect(server.asked.filter((path) => path.startsWith('/api/status'))).toHaveLength(2);
  });

  it.each([
    [['status', '--watch'], 'status --json'],
    [['status', '--watch', '1'], '2 至 3600'],
  ])('%j is refused', async (argv, named) => {
    const { code, err } = await run(argv, argv.length > 2 ? { looks: 1 } : {});
    expect(code).toBe(1);
    expect(err).toContain(named);
  });

  it('speaks English when asked to', async () => {
    const { out } = await run(['status'], { language: 'en' });
    expect(out).toContain('round 2026-2: day 16 of 29\nanswers were due; closes in 13 d 8 h (Mon 11 May 17:00)');
    expect(out).toContain('Next: second notice, Thu 30 Apr 09:30, in 2 d');
    expect(out).toContain('shuangyue sign 41 --as CODE');
  });

  it('says what happens next in the zone of the campaign', async () => {
    const next = [...status.next, { at: '2026-05-11T09:00:00Z', what: '调度期关闭' }];
    const { out } = await run(['status'], { server: { status: { ...status, next } } });
    expect(out).toMatch(/5月11日（星期一）17:00\s+调度期关闭\s+13天8小时/);
  });

  it.each([
    'shuangyue sign 41 --as 协调员代码 --campaign small-2026',
    'shuangyue letters 41 --campaign small-2026',
    'shuangyue mail release 3f9a1c0d2b4e6f70 --party kjt --as 协调员代码 --campaign small-2026',
    'shuangyue bulletin approve 2026-1 --as 协调员代码 --campaign small-2026',
  ])('prints what waits as a command: %s', async (command) => {
    expect((await run(['status'])).out).toContain(command);
  });

  it('fills in the code of the only coordinator', async () => {
    const campaigns = [{ ...campaign, coordinators: campaign.coordinators.slice(0, 1) }];
    expect((await run(['status'], { server: { campaigns } })).out).toContain('shuangyue sign 41 --as zqb1');
  });

  it('asks for no lists when nothing waits', async () => {
    const waiting = {
      heldMail: 0,
      toEnter: 0,
      unsigned: 0,
      doubtful: 0,
      withheld: 0,
      draftBulletins: 0,
      contactChanges: 0,
    };
    const { out, server } = await run(['status'], { server: { status: { ...status, waiting } } });
    expect(out).toContain('没有等待协调员处理的事项');
    expect(server.asked).toEqual(['/api/campaigns', '/api/status?campaign=small-2026']);
  });
});

describe('what can be looked at', () => {
  it.each([
    [
      ['task', '2'],
      ['工地检查', '逾期补报', '已检查21家', '4月28日', 'shuangyue history 2'],
    ],
    [['letters'], ['41', '督办函', '待签发']],
    [
      ['letters', '41'],
      ['kjt.head@ln.example', '不符', '省科技厅：'],
    ],
    [['contacts'], ['省总工会', 'gh.a@ln.example']],
    [
      ['bulletin', 'list'],
      ['2026-1', '待审', '第2版'],
    ],
    [
      ['bulletin', 'show'],
      ['尚未印发', 'bulletin show 2026-1 --to 简报.docx', '正文一'],
    ],
    [
      ['mail', 'show', '3f9a'],
      ['发件地址未登记', '正文'],
    ],
  ])('%j', async (argv, named) => {
    const { code, out } = await run(argv);
    expect(code).toBe(0);
    for (const text of named) expect(out).toContain(text);
  });

  it('contacts of one party by its name', async () => {
    const { out } = await run(['contacts', '省科技厅', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ party: 'kjt' }]);
  });

  it('letters by filters', async () => {
    const { server } = await run(['letters', '--state', 'sent', '--round', '2', '--party', 'kjt']);
    expect(server.asked.at(-1)).toBe('/api/letters?campaign=small-2026&state=sent&round=2026-2&desk=kjt');
  });

  it('a bulletin as data carries the texts to edit', async () => {
    const { out } = await run(['bulletin', 'show', '--json']);
    expect(JSON.parse(out)).toMatchObject({ version: 2, texts: { title: '旧题目' } });
  });

  it('a task that does not exist is said so', async () => {
    const { code, err } = await run(['task', '3']);
    expect({ code, err }).toEqual({ code: 1, err: '没有任务3' });
  });
});
