import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CampaignStart } from '../../client/office.js';
import type { StoredCampaign } from '../../domain/office-requests.js';
import { readSettings } from '../../config/settings.js';
import { smallRegister } from '../config/register/small-register.js';
import { campaign } from './fake-server.js';
import { run } from './run-client.js';

const folder = mkdtempSync(join(tmpdir(), 'start-'));
const file = join(folder, 'small.yaml');
const broken = join(folder, 'broken.yaml');
writeFileSync(file, smallRegister);
writeFileSync(broken, smallRegister.replace('lead: gxt', 'lead: nobody'));

const start = ['start', file, '--year', '2026'];
const fresh = { campaigns: [] };
const differs: StoredCampaign = {
  outcome: 'differs',
  differences: [
    {
      what: '任务 1 的牵头单位',
      where: 'tasks.1.lead',
      before: 'gxt',
      after: 'kjt',
      command: 'shuangyue reassign 1 --to kjt',
    },
  ],
};

describe('starting a campaign', () => {
  const table: readonly (readonly [
    stored: StoredCampaign['outcome'],
    workflow: CampaignStart,
    outcome: string,
    code: number,
    orders: readonly string[],
  ])[] = [
    ['saved', 'started', 'started', 0, []],
    ['saved', 'running', 'running', 0, ['add']],
    ['exists', 'started', 'finished', 0, []],
    ['exists', 'running', 'running', 0, ['add']],
    ['exists', 'ended', 'ended', 1, []],
    ['differs', 'running', 'differs', 1, []],
  ];

  it.each(table)('%s in the record and %s in the engine is “%s”', async (outcome, workflow, expected, code, orders) => {
    const stored = outcome === 'differs' ? differs : { outcome };
    const ran = await run([...start, '--json'], { server: { stored }, office: { start: workflow } });
    expect(JSON.parse(ran.out)).toMatchObject({ campaign: 'small-2026', outcome: expected });
    expect(ran.code).toBe(code);
    expect(ran.office.ordered.map(({ update }) => update)).toEqual(orders);
    expect(ran.office.startedWith).toHaveLength(outcome === 'differs' ? 0 : 1);
  });

  it('stores the register under its year, by the first coordinator', async () => {
    const { server, office } = await run([...start, '--yes'], { server: fresh, now: '2026-01-05T01:00:00Z' });
    expect(server.posted).toMatchObject([
      {
        path: '/api/campaigns',
        body: {
          id: 'small-2026',
          year: 2026,
          by: 'zqb1',
          anchoredAt: '2026-01-05T01:00:00.000Z',
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          cadence: { kind: 'calendar' },
          register: { tasks: [{ number: 1 }, { number: 2 }] },
        },
      },
    ]);
    expect(office.startedWith).toEqual([{ campaign: 'small-2026', title: '质量提升行动' }]);
  });

  it('says before it asks which rounds have gone by', async () => {
    const inNovember = { server: fresh, says: false, now: '2026-11-04T01:00:00Z' };
    const { out } = await run(start, inNovember);
    expect(out).toMatch(
      /2026-4 +已过（8月11日.*不再举行\n +2026-5 +启动后立即开启（11月4日.*11月11日.*截止\n +2026-6 +12月1日/,
    );
    expect(out).not.toContain('2026年第2次');
    const tooLate = await run([...start, '--yes'], { server: fresh, now: '2027-03-01T01:00:00Z' });
    expect(tooLate).toMatchObject({ code: 1, err: expect.stringContaining('2026年的各期都已过去') });
    expect(tooLate.server.posted).toEqual([]);
  });

  it('warns that a brisk start with a relay is for real', async () => {
    const settings = (variables: NodeJS.ProcessEnv) => () => readSettings(variables, folder);
    const relay = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_DOMAIN: 'ln.cn', WEB_PUBLIC_URL: 'https://d.ln.cn' };
    const asked = { server: fresh, says: false };
    const warning = '信会真的发出';
    const brisk = [...start, '--brisk'];
    expect((await run(brisk, { ...asked, settings: settings(relay) })).out).toContain(warning);
    expect((await run(brisk, { ...asked, settings: settings({}) })).out).not.toContain(warning);
    expect((await run(start, { ...asked, settings: settings(relay) })).out).not.toContain(warning);
  });

  it('a brisk start has another cadence, and so another hash', async () => {
    const [plain, brisk] = [
      await run([...start, '--yes'], { server: fresh }),
      await run([...start, '--yes', '--brisk'], { server: fresh }),
    ].map(({ server }) => server.posted[0]?.body);
    expect(brisk).toMatchObject({ cadence: { kind: 'brisk' } });
    expect(plain).toHaveProperty('hash');
    expect(brisk).not.toMatchObject({ hash: plain && Object(plain).hash });
  });

  it('shows tasks, parties, dates and mails before it asks', async () => {
    const { out, questions } = await run(start, { server: fresh, says: true, now: '2026-01-05T01:00:00Z' });
    expect(questions).toHaveLength(1);
    expect(out).toMatch(/任务 2 项，单位 2 个；全年催办函 12 至 \d+ 封/);
    expect(out).toContain('4月13日（星期一）09:30开启');
  });

  it('a no starts nothing', async () => {
    const { code, server, office } = await run(start, { server: fresh, says: false });
    expect([code, server.posted, office.startedWith]).toEqual([1, [], []]);
  });

  it('without a terminal it wants --yes', async () => {
    const { code, err, server } = await run(start, { server: fresh });
    expect([code, server.posted]).toEqual([1, []]);
    expect(err).toContain('--yes');
  });

  it('a campaign that is stored already is not asked about again', async () => {
    const { code, out, questions } = await run(start, {
      server: { stored: { outcome: 'exists' } },
      office: { start: 'running' },
      says: false,
    });
    expect([code, questions]).toEqual([0, []]);
    expect(out).toContain('已在运行');
  });

  it('a changed register is refused with the differences and their commands', async () => {
    const { code, err } = await run(start, { server: { stored: differs } });
    expect(code).toBe(1);
    expect(err).toContain('任务 1 的牵头单位：gxt → kjt');
    expect(err).toContain('shuangyue reassign 1 --to kjt');
  });

  it.each([
    [['start', broken, '--year', '2026', '--yes'], 'unknown-party'],
    [['start', join(folder, 'none.yaml'), '--year', '2026', '--yes'], 'file-missing'],
    [['start', file, '--year', '26', '--yes'], '26'],
    [[...start, '--yes', '--as', 'nobody'], 'nobody'],
  ])('%j stores nothing', async (argv, named) => {
    const { code, err, server } = await run(argv, { server: fresh });
    expect([code, server.posted]).toEqual([1, []]);
    expect(err).toContain(named);
  });

  it('a closed campaign does not start again', async () => {
    const server = { campaigns: [{ ...campaign, state: 'closed' as const }] };
    const { code, server: asked } = await run([...start, '--yes'], { server });
    expect([code, asked.posted]).toEqual([1, []]);
  });
});

describe('the year planned from a register', () => {
  it('prints the rounds with their ladders as data', async () => {
    const { code, out } = await run(['plan', file, '--year', '2026', '--json']);
    expect(code).toBe(0);
    const plan = JSON.parse(out);
    expect(Object.keys(plan)).toEqual(['campaign', 'zone', 'warnings', 'rounds']);
    expect(plan).toMatchObject({ campaign: 'small-2026', zone: 'Asia/Shanghai' });
    expect(plan.rounds).toHaveLength(6);
    expect(plan.rounds[1]).toMatchObject({
      round: '2026-2',
      period: '2026-03/2026-04',
      cutoff: '2026-04-20',
      opensAt: '2026-04-13T09:30:00+08:00',
      answerBy: '2026-04-27T17:00:00+08:00',
      provisional: false,
    });
    expect(plan.rounds[1].ladder[0]).toEqual({
      kind: 'opening',
      to: ['liaisons'],
      cc: [],
      at: '2026-04-13T09:30:00+08:00',
    });
    expect(plan.rounds[1].ladder.map(({ kind }: { readonly kind: string }) => kind)).toEqual(
      ['opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation'], // prettier-ignore
    );
  });

  it('a brisk one opens every two minutes from now', async () => {
    const { out } = await run(['plan', file, '--year', '2026', '--json', '--brisk'], { now: '2026-01-05T01:00:00Z' });
    expect(
      JSON.parse(out)
        .rounds.map(({ opensAt }: { readonly opensAt: string }) => opensAt)
        .slice(0, 2),
    ).toEqual(['2026-01-05T09:00:00+08:00', '2026-01-05T09:02:00+08:00']);
  });

  it('as text it is a calendar with each party’s mail', async () => {
    const { out } = await run(['plan', file, '--year', '2026']);
    expect(out).toContain('第6次调度');
    expect(out).toMatch(/省科技厅.*1.*1—\d/);
  });
});

describe('checking a register', () => {
  it('lists the good rows of a broken file', async () => {
    const { code, out } = await run(['register', 'check', broken, '--json']);
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, problems: [{ line: 38, code: 'unknown-party' }] });
    expect(report.tasks.map(({ number }: { readonly number: number }) => number)).toEqual([2]);
  });

  it('passes a good one', async () => {
    expect((await run(['register', 'check', file])).code).toBe(0);
  });
});
