import { describe, expect, it } from '@jest/globals';
import { planCalendar, planReport } from '../../client/plan-calendar.js';
import { wordsIn } from '../../client/words.js';
import { readHolidays } from '../../config/holidays.js';
import { briskCadence, defaultCadence } from '../../domain/cadence.js';
import { planYear } from '../../domain/round-plan.js';

const words = wordsIn('zh');
const calendar = { cadence: defaultCadence, zone: 'Asia/Shanghai', holidays: readHolidays() };
const plans = planYear({ ...calendar, year: 2026 });
const rounds = plans.map(({ round }) => ({ round, min: 1, max: 5 }));
const sheet = {
  title: '辽宁省质量提升行动',
  year: 2026,
  zone: 'Asia/Shanghai',
  plans,
  load: [
    { party: 'scjgj', name: '省市场监管局', tasks: 30, rounds },
    { party: 'gh', name: '省总工会', tasks: 0, rounds: rounds.map(({ round }) => ({ round, min: 0, max: 0 })) },
  ],
  warnings: ['省科技厅未登记分管负责人，督办函无法发出。'],
};

/** Cells a terminal gives a text: Chinese characters and full-width marks take two, box lines and dashes one. */
const width = (text: string) => text.replaceAll(/[\u3000-\u9fff\uff00-\uffef]/g, '  ').length;

describe('the calendar on the wall', () => {
  const text = planCalendar(sheet, words);

  it('prints each date with its weekday', () => {
    expect(text).toMatch(
      /第2次调度（3—4月）　数据截至4月20日（星期一）\n\s+4月13日（星期一）09:30\s+调度通知\s+送联络员\n/,
    );
    expect(text).toMatch(/4月27日（星期一）17:00\s+报送截止\n/);
    expect(text).toMatch(/5月8日（星期五）09:30\s+督办函\s+送分管负责人，抄联络员（签发后发出）\n/);
    expect(text).toMatch(/12月23日（星期三）17:00\s+本次关闭\n/);
  });

  it('lists each round in the order of time', () => {
    const second = text.slice(text.indexOf('第2次调度'), text.indexOf('第3次调度'));
    const names = ['调度通知', '催报', '电话清单', '报送截止', '逾期催办', '再催', '督办函', '本次关闭'];
    const places = names.map((name) => second.indexOf(name));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it('gives every party its mail load', () => {
    expect(text).toMatch(/省市场监管局 │\s+30 │\s+1—5 │.*6—30 │/);
    expect(text).toMatch(/省总工会\s+│\s+0 │\s+0 │/);
    expect(text).toMatch(/合计\s+│\s+30 │\s+1—5 │.*6—30 │/);
  });

  it('keeps columns straight under Chinese text', () => {
    const widths = text.split('\n').filter((line) => line.startsWith('│') || line.startsWith('┌'));
    expect(new Set(widths.map(width)).size).toBe(1);
  });

  it('ends with the warnings', () => {
    expect(text.trimEnd().endsWith('1．省科技厅未登记分管负责人，督办函无法发出。')).toBe(true);
  });

  it('has no escapes and no trailing spaces', () => {
    expect(text).not.toContain('\u001b');
    expect(text).not.toMatch(/ \n/);
  });

  it('marks what is provisional', () => {
    const next = planYear({ ...calendar, year: 2027 });
    expect(text).not.toContain('暂定');
    expect(planCalendar({ ...sheet, year: 2027, plans: next, warnings: [] }, words).match(/【暂定】/g)).toHaveLength(6);
  });

  it('a brisk year shows seconds', () => {
    const startsAt = Date.parse('2026-11-03T10:00:00+08:00');
    const brisk = planYear({ ...calendar, cadence: briskCadence, year: 2026, startsAt });
    expect(planCalendar({ ...sheet, plans: brisk, load: [] }, words)).toMatch(/11月3日（星期二）10:00:56\s+逾期催办/);
  });
});

describe('plan --json', () => {
  it('has the shape that other programs read', () => {
    const report = planReport('liaoning-quality-2026', 'Asia/Shanghai', plans, []);
    expect(Object.keys(report)).toEqual(['campaign', 'zone', 'warnings', 'rounds']);
    expect(report.rounds[1]).toMatchObject({
      round: '2026-2',
      period: '2026-03/2026-04',
      cutoff: '2026-04-20',
      opensAt: '2026-04-13T09:30:00+08:00',
      answerBy: '2026-04-27T17:00:00+08:00',
      provisional: false,
    });
    expect(report.rounds[1]?.ladder[4]).toEqual({
      kind: 'second-overdue',
      to: ['liaisons', 'office'],
      cc: ['section'],
      at: '2026-05-06T09:30:00+08:00',
    });
  });
});
