import { describe, expect, it } from '@jest/globals';
import ical from 'ical.js';
import { calendarFile } from '../../bin/rehearsal/calendar-file.js';
import { readHolidays } from '../../config/holidays.js';
import { defaultCadence } from '../../domain/cadence.js';
import { planYear } from '../../domain/round-plan.js';

const rounds = planYear({
  cadence: defaultCadence,
  zone: 'Asia/Shanghai',
  holidays: readHolidays(),
  quietDays: [],
  year: 2026,
});
const file = calendarFile({
  campaign: 'zl-2026',
  title: '质量强省建设，行动方案；\\任务分解与双月调度：二〇二六年度全省统一安排',
  rounds,
  at: '2026-01-01T00:00:00Z',
});
const lines = file.split('\r\n');
const events = new ical.Component(ical.parse(file) as unknown[])
  .getAllSubcomponents('vevent')
  .map((component) => new ical.Event(component));

describe('the calendar of a rehearsed year', () => {
  it('breaks lines by CRLF at 75 octets', () => {
    expect(file.endsWith('\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  });

  it('reads back whole through another reader', () => {
    const calendar = new ical.Component(ical.parse(file) as unknown[]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain('质量强省建设');
    expect(events).toHaveLength(6 * 9);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('holds openings, reminders, deadlines and closings', () => {
    const at = (summary: string) =>
      events
        .find((event) => event.summary === summary)
        ?.startDate.toJSDate()
        .toISOString();
    expect(at('2026-3期调度通知')).toBe('2026-06-10T01:30:00.000Z');
    expect(at('2026-3期催报')).toBe('2026-06-22T01:30:00.000Z');
    expect(at('2026-3期报送截止')).toBe('2026-06-25T09:00:00.000Z');
    expect(at('2026-3期逾期催办')).toBe('2026-06-26T01:30:00.000Z');
    expect(at('2026-3期督办函')).toBe('2026-07-02T01:30:00.000Z');
    expect(at('2026-3期关闭')).toBe('2026-07-03T09:00:00.000Z');
  });

  it('gives each event the properties that RFC 5545 requires', () => {
    for (const { component } of events) {
      for (const name of ['uid', 'dtstamp', 'dtstart']) expect(component.getAllProperties(name)).toHaveLength(1);
    }
  });
});
