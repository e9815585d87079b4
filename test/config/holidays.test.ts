import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHolidays } from '../../config/holidays.js';

function office(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'holidays-')), 'holidays.yaml');
  writeFileSync(file, text);
  return file;
}

describe('holidays', () => {
  it('are published for three years', () => {
    const holidays = readHolidays();
    expect(holidays.years).toEqual([2024, 2025, 2026]);
    expect(holidays.off['2026-02-17']).toBe('春节');
    expect(holidays.work['2026-02-28']).toBe('春节');
    expect(Object.keys(holidays)).toEqual(['years', 'off', 'work']);
  });

  it('an office adds a year of its own', () => {
    const holidays = readHolidays(
      office('years: [2027]\noff:\n  2027-02-06: 春节\n  2027-01-01: 元旦\nwork:\n  2027-02-14: 春节\n'),
    );
    expect(holidays.years).toEqual([2024, 2025, 2026, 2027]);
    expect(holidays.off['2027-02-06']).toBe('春节');
    expect(holidays.work['2027-02-14']).toBe('春节');
    expect(holidays.off['2026-02-17']).toBe('春节');
  });

  it('an office’s day wins over the published one', () => {
    const holidays = readHolidays(office('off: { 2026-02-28: 本地安排 }\nwork: { 2026-02-23: 值班 }\n'));
    expect(holidays.work['2026-02-28']).toBeUndefined();
    expect(holidays.off['2026-02-23']).toBeUndefined();
  });

  it('an empty file adds nothing', () => {
    expect(readHolidays(office('# 暂无\n'))).toEqual(readHolidays());
  });

  it.each([
    ['off: { 2027-02-30: 春节 }', /2027-02-30.*YYYY-MM-DD/],
    ['off: { 2027-2-6: 春节 }', /YYYY-MM-DD/],
    ['years: [2027]', /2027年列为已公布/],
    ['off: { 2027-02-06: 春节 }\nwork: { 2027-02-06: 春节 }', /既放假又上班/],
    ['holidays: []', /不认识的项 holidays/],
    ['off: [', /不是有效的 YAML/],
    ['off: { 2027-02-06: "" }', /节日名称/],
    ['years: [二〇二七]', /年份应为整数/],
  ])('%s is refused with its place', (text, problem) => {
    expect(() => readHolidays(office(text))).toThrow(problem);
  });

  it('a missing file is named', () => {
    expect(() => readHolidays('/nowhere/holidays.yaml')).toThrow(/找不到节假日文件 \/nowhere/);
  });
});
