import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HolidayData } from '../domain/cadence.js';
import { addDays } from '../domain/iso-date.js';
import published from './workdays-cn.json' with { type: 'json' };

const date = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(text),
    '日期应写作 YYYY-MM-DD，且确有此日，例如 2027-02-06',
  );

const namedDays = z.record(date, z.string().min(1, '请写节日名称，例如 春节'));

const officeSchema = z
  .strictObject({
    years: z.array(z.int('年份应为整数，例如 2027')).default([]),
    off: namedDays.default({}),
    work: namedDays.default({}),
  })
  .superRefine(({ years, off, work }, context) => {
    for (const day of Object.keys(off).filter((key) => key in work)) {
      context.addIssue({ code: 'custom', path: ['work', day], message: '同一天不能既放假又上班' });
    }
    for (const year of years.filter((value) => !Object.keys(off).some((day) => day.startsWith(`${value}-`)))) {
      context.addIssue({ code: 'custom', path: ['years'], message: `${year}年列为已公布，off 中却没有该年的放假日` });
    }
  });

/**
 * Holidays and make-up workdays as published (`workdays-cn.json`), with those of the office's own `holidays.yaml` laid
 * over them: its days win, its `years` count as complete. Throws, in Chinese, with every problem of the file at once.
 */
export function readHolidays(officeFile?: string): HolidayData {
  const { years, off, work } = published;
  if (officeFile === undefined) return { years, off, work };
  return mergeHolidays({ years, off, work }, readOfficeHolidays(officeFile));
}

/** Holidays with an office's own laid over them; a day is off or worked as the office says. */
export function mergeHolidays(base: HolidayData, office: HolidayData): HolidayData {
  return {
    years: [...new Set([...base.years, ...office.years])].toSorted((one, other) => one - other),
    off: { ...without(base.off, office.work), ...office.off },
    work: { ...without(base.work, office.off), ...office.work },
  };
}

function readOfficeHolidays(file: string): HolidayData {
  if (!existsSync(file)) throw new Error(`找不到节假日文件 ${file}，请核对路径；不需要时请去掉这项设置。`);
  const result = officeSchema.safeParse(parseYaml(file) ?? {});
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.') || '全文'}：${problemOf(issue)}`);
  throw new Error(
    `节假日文件 ${file} 有${problems.length}处问题：\n${problems.join('\n')}\n应含 years、off、work 三项。`,
  );
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`节假日文件 ${file} 不是有效的 YAML，请按 years、off、work 三项书写。`, { cause });
  }
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => inner.message).join('；');
  return issue.code === 'unrecognized_keys' ? `不认识的项 ${issue.keys.join('、')}` : issue.message;
}

function without(days: Readonly<Record<string, string>>, removed: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(days).filter(([day]) => !(day in removed)));
}

function exists(text: string): boolean {
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
