import { describe, expect, it } from '@jest/globals';
import { readHolidays } from '../../config/holidays.js';
import { briskCadence, defaultCadence, type QuietDays } from '../../domain/cadence.js';
import { mailLoad } from '../../domain/mail-load.js';
import { partyLadder } from '../../domain/party-ladder.js';
import { planWarnings } from '../../domain/plan-warnings.js';
import type { Party, PostKind, Register, Relation, Task } from '../../domain/register.js';
import { planRound, planYear } from '../../domain/round-plan.js';

const calendar = { cadence: defaultCadence, zone: 'Asia/Shanghai', holidays: readHolidays() };
const warningsOf = (year: number, quietDays: readonly QuietDays[] = []) =>
  planWarnings({ ...calendar, quietDays, plans: planYear({ ...calendar, quietDays, year }) });

function party(code: string, name: string, relation: Relation, ...posts: PostKind[]): Party {
  return {
    code,
    name,
    fullName: name,
    aliases: [],
    kind: 'department',
    relation,
    region: 'coast',
    posts: Object.fromEntries(posts.map((post) => [post, { name: post, email: `${code}.${post}@ln.example` }])),
  };
}
const task = (number: number, lead: string): Task => ({
  number,
  area: '产品质量',
  aspect: '监管',
  principle: '严格监管',
  title: `任务${number}`,
  requirement: '',
  goal: '',
  lead,
  support: [],
  targets: [],
  deadline: '12-31',
});
const all: readonly PostKind[] = ['liaison-a', 'section', 'office', 'head'];
const register: Register = {
  campaign: {
    id: 'q',
    title: '质量提升行动',
    issuer: '省质强办',
    bulletin: '简报',
    principles: [],
    areas: [],
    zone: 'Asia/Shanghai',
    office: { name: '负责人', email: 'office@ln.example' },
    coordinators: [],
    bulletinTo: [],
    publish: 'approval',
    escalation: 'signed',
  },
  parties: [
    party('own', '省市场监管局', 'own', 'liaison-a', 'section', 'office'),
    party('fgw', '省发展改革委', 'peer', ...all),
    party('kjt', '省科技厅', 'peer', 'liaison-a', 'section', 'office'),
    party('idle', '省统计局', 'peer'),
  ],
  tasks: [task(1, 'own'), task(2, 'fgw'), task(3, 'fgw'), task(4, 'kjt')],
};

describe('warnings', () => {
  it('names each step that was moved, and why', () => {
    const warnings = warningsOf(2026);
    expect(warnings).toHaveLength(3);
    expect(warnings[0]).toMatch(/2026年第2次.*再催.*4月30日（星期四）.*假期前最后一个工作日.*5月6日（星期三）09:30/);
    expect(warnings[1]).toMatch(/督办函.*5月7日（星期四）.*两个工作日.*5月8日/);
    expect(warnings[2]).toMatch(/督办函.*关闭同在一天.*5月8日（星期五）17:00/);
  });

  it('a year without data is announced once', () => {
    expect(warningsOf(2027).filter((warning) => warning.includes('暂定'))).toEqual([
      expect.stringContaining('2027年节假日安排尚未录入'),
    ]);
  });

  it('quiet days are given as the reason', () => {
    const warnings = warningsOf(2026, [{ from: '2026-08-18', to: '2026-08-25' }]);
    expect(warnings.join('\n')).toMatch(/第4次：催报原定8月20日（星期四），在静默期内，.*不再发出/);
  });

  it('a round that runs into the next is named', () => {
    const warnings = warningsOf(2026, [{ from: '2026-08-26', to: '2026-10-20' }]);
    expect(warnings.join('\n')).toMatch(/第4次：.*才关闭，晚于下一次的开启时间/);
  });

  it('a lead without a head on file is named, the own bureau is not', () => {
    const warnings = planWarnings({ ...calendar, plans: [], register });
    expect(warnings).toEqual(['省科技厅未登记分管负责人，督办函无法发出。']);
  });

  it('a brisk year has nothing to move', () => {
    const brisk = { ...calendar, cadence: briskCadence, startsAt: Date.parse('2027-05-01T02:00:00Z') };
    expect(planWarnings({ ...brisk, plans: planYear({ ...brisk, year: 2027 }) })).toEqual([]);
  });
});

describe('mail load', () => {
  const load = mailLoad(planYear({ ...calendar, year: 2026 }), register);

  it.each([
    ['own', 1, 1, 4],
    ['fgw', 2, 1, 5],
    ['kjt', 1, 1, 4],
    ['idle', 0, 0, 0],
  ])('%s leads %s and expects %s to %s letters a round', (code, tasks, min, max) => {
    const row = load.find((entry) => entry.party === code);
    expect(row?.tasks).toBe(tasks);
    expect(row?.rounds).toHaveLength(6);
    for (const round of row?.rounds ?? []) expect(round).toMatchObject({ min, max });
  });
});

describe('a party’s quiet days', () => {
  const plan = planRound({ ...calendar, year: 2026, number: 4 });
  const days = (code: string, region: string | undefined, quietDays: readonly QuietDays[]) =>
    partyLadder(plan, { code, ...(region !== undefined && { region }) }, { ...calendar, quietDays }).map(
      ({ kind, at }) => [kind, at.slice(5, 10)].join(' '),
    );

  it('move its letters and keep their distance', () => {
    const quietDays = [{ from: '2026-08-26', to: '2026-08-27', party: 'fgw' }];
    expect(days('fgw', undefined, quietDays).slice(3)).toEqual(['overdue 08-28', 'second-overdue 09-01']);
    expect(days('kjt', undefined, quietDays).slice(3)).toEqual([
      'overdue 08-26',
      'second-overdue 08-28',
      'escalation 09-01',
    ]);
  });

  it('its region’s count too', () => {
    const quietDays = [{ from: '2026-08-20', to: '2026-08-20', region: 'coast' }];
    expect(days('kjt', 'coast', quietDays)[1]).toBe('reminder 08-21');
    expect(days('kjt', 'hills', quietDays)[1]).toBe('reminder 08-20');
    expect(days('kjt', undefined, quietDays)[1]).toBe('reminder 08-20');
  });

  it('a reminder they push past answerBy is left out', () => {
    const quietDays = [{ from: '2026-08-18', to: '2026-08-25', party: 'fgw' }];
    expect(days('fgw', undefined, quietDays)).not.toContain('reminder 08-26');
  });
});
