import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { HolidayData } from '../domain/cadence.js';
import { errorSaying, inBoth } from '../domain/sentence.js';
import { holidayWords, type HolidayWords } from './words/holidays.js';
import { addDays } from '../domain/iso-date.js';
import published from './workdays-cn.json' with { type: 'json' };

function officeSchemaIn(words: HolidayWords) {
  const date = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(text), words.badDay);
  const namedDays = z.record(date, z.string(words.noName).min(1, words.noName), words.badShape);
  return z
    .strictObject(
      {
        years: z.array(z.int(words.badYear), words.badShape).default([]),
        off: namedDays.default({}),
        work: namedDays.default({}),
      },
      { error: ({ code }) => (code === 'unrecognized_keys' ? undefined : words.badShape) },
    )
    .superRefine(({ years, off, work }, context) => {
      for (const day of Object.keys(off).filter((key) => key in work)) {
        context.addIssue({ code: 'custom', path: ['work', day], message: words.bothWays });
      }
      for (const year of years.filter((value) => !Object.keys(off).some((day) => day.startsWith(`${value}-`)))) {
        context.addIssue({ code: 'custom', path: ['years'], message: words.emptyYear(year) });
      }
    });
}

/**
 * Holidays and make-up workdays as published (`workdays-cn.json`), with those of the office's own `holidays.yaml` laid
 * over them: its days win, its `years` count as complete. Throws, in both languages, with every problem of the file at once.
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
  if (!existsSync(file)) throw refusing(({ missing }) => missing(file));
  const given = parseYaml(file) ?? {};
  const result = officeSchemaIn(holidayWords.zh).safeParse(given);
  if (result.success) return result.data;
  throw refusing((words) => words.broken(file, problemsIn(given, words)));
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refusing(({ noYaml }) => noYaml(file), cause);
  }
}

function refusing(say: (words: HolidayWords) => string, cause?: unknown): Error {
  return errorSaying(inBoth(holidayWords, say), 'Error', cause);
}

function problemsIn(given: unknown, words: HolidayWords): readonly string[] {
  const { error } = officeSchemaIn(words).safeParse(given);
  return (error?.issues ?? []).map((issue) => words.line(issue.path.join('.') || words.whole, problemOf(issue, words)));
}

function problemOf(issue: z.core.$ZodIssue, words: HolidayWords): string {
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => inner.message).join('; ');
  return issue.code === 'unrecognized_keys' ? words.unknownKeys(issue.keys) : issue.message;
}

function without(days: Readonly<Record<string, string>>, removed: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(days).filter(([day]) => !(day in removed)));
}

function exists(text: string): boolean {
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
