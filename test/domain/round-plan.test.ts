import { describe, expect, it } from '@jest/globals';
import { readHolidays } from '../../config/holidays.js';
import { briskCadence, defaultCadence } from '../../domain/cadence.js';
import { LateRoundRefused } from '../../domain/late-round-refused.js';
import { planRound, planYear } from '../../domain/round-plan.js';
import { parseRoundId } from '../../domain/round-id.js';

const year = { year: 2026, cadence: defaultCadence, zone: 'Asia/Shanghai', holidays: readHolidays() };
const round = (number: number, openedAt: string) => planRound({ ...year, number, openedAt });
const kinds = (plan: { ladder: readonly { kind: string; at: string }[] }) =>
  plan.ladder.map(({ kind, at }) => `${kind} ${at.slice(5, 16)}`);

describe('a round opened late', () => {
  it('keeps answerBy while five workdays are left', () => {
    const plan = round(4, '2026-08-13T11:07:00+08:00');
    expect(plan.opensAt).toBe('2026-08-13T11:07:00+08:00');
    expect(plan.answerBy).toBe('2026-08-25T17:00:00+08:00');
    expect(kinds(plan).slice(0, 2)).toEqual(['opening 08-13T11:07', 'reminder 08-20T09:30']);
  });

  it('moves answerBy to five workdays after', () => {
    expect(kinds(round(4, '2026-08-21T10:00:00+08:00'))).toEqual([
      'opening 08-21T10:00',
      'reminder 08-25T09:30',
      'calls 08-28T14:00',
      'overdue 08-31T09:30',
      'second-overdue 09-02T09:30',
      'escalation 09-04T09:30',
    ]);
    expect(round(4, '2026-08-21T10:00:00+08:00').closesAt).toBe('2026-09-07T17:00:00+08:00');
  });

  it('drops a reminder whose day has passed', () => {
    const cadence = { ...defaultCadence, reminderBefore: 6 };
    const plan = planRound({ ...year, cadence, number: 4, openedAt: '2026-08-21T10:00:00+08:00' });
    expect(plan.ladder.map((step) => step.kind)).not.toContain('reminder');
  });

  it.each([
    ['2026-08-14T16:29:00+08:00', '2026-08-14T16:29:00+08:00', 'within hours'],
    ['2026-08-14T16:30:00+08:00', '2026-08-17T09:30:00+08:00', 'after hours'],
    ['2026-08-14T03:00:00+08:00', '2026-08-14T09:30:00+08:00', 'before hours'],
    ['2026-08-15T11:00:00+08:00', '2026-08-17T09:30:00+08:00', 'on a Saturday'],
    ['2026-08-11T09:30:30+08:00', '2026-08-11T09:30:00+08:00', 'a clock half a minute late'],
    ['2026-08-07T10:00:00+08:00', '2026-08-07T10:00:00+08:00', 'early, on order'],
  ])('ordered %s it opens %s: %s', (openedAt, opensAt) => {
    expect(round(4, openedAt).opensAt).toBe(opensAt);
  });

  it('is refused when it closes after the next opening', () => {
    expect(() => round(4, '2026-09-28T10:00:00+08:00')).toThrow(LateRoundRefused);
    expect(() => round(4, '2026-09-28T10:00:00+08:00')).toThrow(/2026年第4次调度开启过晚.*10月12日（星期一）09:30/);
    expect(round(4, '2026-09-15T10:00:00+08:00').closesAt).toBe('2026-10-08T17:00:00+08:00');
  });

  it('the sixth is measured against next year', () => {
    expect(() => planRound({ ...year, number: 6, openedAt: '2027-01-29T10:00:00+08:00' })).toThrow(LateRoundRefused);
    const plan = planRound({ ...year, number: 6, openedAt: '2026-12-30T10:00:00+08:00' });
    expect(plan.provisional).toBe(true);
  });
});

describe('quiet days for everybody', () => {
  it('an opening they delay leaves five workdays to answer', () => {
    const quietDays = [{ from: '2026-08-10', to: '2026-08-23' }];
    const plan = planRound({ ...year, quietDays, number: 4 });
    expect(plan.opensAt.slice(0, 10)).toBe('2026-08-24');
    expect(plan.answerBy.slice(0, 10)).toBe('2026-08-31');
  });

  it('a reminder they push past answerBy is dropped', () => {
    const quietDays = [{ from: '2026-08-18', to: '2026-08-25' }];
    const plan = planRound({ ...year, quietDays, number: 4 });
    expect(plan.ladder.map((step) => step.kind)).toEqual([
      'opening',
      'calls',
      'overdue',
      'second-overdue',
      'escalation',
    ]);
  });

  it('those of a region or a party do not count', () => {
    const quietDays = [
      { from: '2026-08-01', to: '2026-08-31', region: '大连' },
      { from: '2026-08-01', to: '2026-08-31', party: 'fgw' },
    ];
    expect(planRound({ ...year, quietDays, number: 4 })).toEqual(planRound({ ...year, number: 4 }));
  });
});

describe('a brisk year', () => {
  const startsAt = Date.parse('2026-11-03T10:00:00+08:00');
  const brisk = { ...year, cadence: briskCadence, startsAt };

  it('opens every two minutes, at any hour', () => {
    const plans = planYear({ ...brisk, startsAt: startsAt + 14 * 3_600_000 });
    expect(plans.map((plan) => plan.opensAt.slice(11, 19))).toEqual([
      '00:00:00',
      '00:02:00',
      '00:04:00',
      '00:06:00',
      '00:08:00',
      '00:10:00',
    ]);
  });

  it('keeps the cutoffs of the calendar', () => {
    expect(planYear(brisk).map((plan) => plan.cutoff)).toEqual([
      '2026-02-20',
      '2026-04-20',
      '2026-06-20',
      '2026-08-20',
      '2026-10-20',
      '2026-12-10',
    ]);
  });

  it('measures every step from its opening', () => {
    const plan = planYear(brisk)[1];
    expect(plan?.ladder.map(({ kind, at }) => [kind, Date.parse(at) - startsAt - 120_000])).toEqual([
      ['opening', 0],
      ['reminder', 30_000],
      ['calls', 45_000],
      ['overdue', 56_000],
      ['second-overdue', 68_000],
      ['escalation', 80_000],
    ]);
    expect(Date.parse(plan?.answerBy ?? '')).toBe(startsAt + 170_000);
    expect(plan?.provisional).toBe(false);
  });

  it('counts a late round from its real opening', () => {
    const plan = planRound({ ...brisk, number: 2, openedAt: startsAt + 130_000 });
    expect(Date.parse(plan.answerBy)).toBe(startsAt + 180_000);
    expect(() => planRound({ ...brisk, number: 2, openedAt: startsAt + 140_000 })).toThrow(LateRoundRefused);
  });

  it('asks for its start', () => {
    expect(() => planYear({ ...year, cadence: briskCadence })).toThrow(/startsAt/);
  });
});

describe('round ids', () => {
  it('are read back', () => {
    expect(parseRoundId('2026-3')).toEqual({ year: 2026, number: 3 });
    for (const id of ['2026-7', '2026-0', '26-1', '2026-03', '']) expect(() => parseRoundId(id)).toThrow(/2026-3/);
  });
});
