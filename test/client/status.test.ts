import { describe, expect, it } from '@jest/globals';
import { campaign, status } from './fake-server.js';
import { run } from './run-client.js';

describe('status', () => {
  it('as data is what the office said', async () => {
    const { code, out } = await run(['status', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(status);
  });

  it('shows departments by standing, leaving out what does not occur', async () => {
    const { out } = await run(['status']);
    expect(out).toMatch(/单位\s+任务\s+按期报送\s+逾期\s+需留意/);
    expect(out).toMatch(/省科技厅\s+1\s+·\s+1\s+联络员 A 信箱退信/);
    expect(out).toContain('按期报送 1');
  });

  it('says what happens next in the zone of the campaign', async () => {
    expect((await run(['status'])).out).toMatch(/4月30日（星期四）09:30\s+再催/);
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
    const waiting = { heldMail: 0, unsigned: 0, doubtful: 0, withheld: 0, draftBulletins: 0 };
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
      ['/srv/bulletins/2026-1.html', '正文一'],
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
