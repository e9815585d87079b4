import { z } from 'zod';
import { zhCN } from 'zod/locales';
import { nearest } from '../nearest.js';
import { fieldAt, keysUnder } from './fields.js';
import type { Finding, Path, ProblemCode } from './finding.js';
import { shown, type RawRow } from './raw.js';
import { subjectOf } from './subject.js';

type Issue = z.core.$ZodIssue;

/** What a row is when its schema accepts it, and every finding when not. */
export interface Shape<T> {
  readonly row?: T;
  readonly findings: readonly Finding[];
}

/** An unknown key too many says nothing new. */
const mostUnknownKeys = 20;

/** Checks one part of the raw register at a path against its schema. */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown, path: Path, root: RawRow): Shape<T> {
  const read = schema.safeParse(value, { reportInput: true, error: zhCN().localeError });
  if (read.success) return { row: read.data, findings: [] };
  return { findings: withoutMisspelt(read.error.issues.flatMap((issue) => findingsOf(issue, path, root))) };
}

/** A finding of a key that is not there, or is not known and may mean another one. */
interface ShapeFinding extends Finding {
  readonly meant?: Path;
}

/** A misspelt key is one mistake, not also the lack of the right one. */
function withoutMisspelt(findings: readonly ShapeFinding[]): Finding[] {
  const meant = new Set(findings.flatMap((finding) => (finding.meant ? [finding.meant.join('.')] : [])));
  return findings.filter(({ code, path }) => code !== 'missing-key' || !meant.has(path.join('.')));
}

function findingsOf(issue: Issue, base: Path, root: RawRow): ShapeFinding[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const subject = subjectOf(root, path);
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, subject);
  const field = fieldAt(path);
  const called = calledAt(path);
  const expected = isRow(path)
    ? `一组键值（${keysUnder(path).slice(0, 3).join('、')} 等）`
    : (field?.expected ?? issue.message);
  if (issue.input === undefined) {
    return [{ code: 'missing-key', path, message: `${subject}没有填写${called}：应为${spaced(expected)}；请补上。` }];
  }
  const { code, hint } = faultOf(issue, field?.code);
  const message = `${subject}的${called}写成了${shown(issue.input)}：应为${spaced(expected)}；请改正${hint}。`;
  return [{ code, path, message }];
}

/** Chinese text and a Latin word are set apart by a space. */
const spaced = (expected: string): string => (/^[\w{]/.test(expected) ? ` ${expected}` : expected);

const isRow = (path: Path): boolean => path.length === 2 && typeof path[1] === 'number';

/** A field's name and key, and which of several it is where it stands in a list. */
function calledAt(path: Path): string {
  if (isRow(path)) return '内容';
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  const indexes = path.slice(2).filter((step) => typeof step === 'number');
  return `${fieldAt(path)?.label ?? '项目'}（${key}）${indexes.map((index) => `第 ${index + 1} 项`).join('')}`;
}

function faultOf(issue: Issue, invalid: ProblemCode | undefined): { code: ProblemCode; hint: string } {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input, invalid);
    case 'invalid_union':
      return { code: Array.isArray(issue.input) && issue.input.length === 0 ? 'empty-value' : 'wrong-type', hint: '' };
    case 'invalid_value':
      return { code: typeof issue.input === 'string' ? (invalid ?? 'unknown-value') : 'wrong-type', hint: '' };
    case 'too_small':
      return { code: issue.origin === 'number' ? (invalid ?? 'invalid-value') : 'empty-value', hint: '' };
    default:
      return { code: invalid ?? 'invalid-value', hint: '' };
  }
}

function wrongType(
  expected: string,
  input: unknown,
  invalid: ProblemCode | undefined,
): { code: ProblemCode; hint: string } {
  if (input === null) return { code: 'empty-value', hint: '' };
  if (expected === 'string' && typeof input === 'number') return { code: 'wrong-type', hint: '（文字须加引号）' };
  if (expected === 'number' && typeof input === 'string') return { code: 'wrong-type', hint: '（数字不加引号）' };
  // A fraction where a whole number is wanted is a bad number, not another type.
  return { code: typeof input === 'number' ? (invalid ?? 'wrong-type') : 'wrong-type', hint: '' };
}

function unknownKeys(keys: readonly string[], path: Path, subject: string): ShapeFinding[] {
  const known = keysUnder(path);
  return keys.slice(0, mostUnknownKeys).map((key) => {
    const meant = nearest(key, known);
    const advice = meant === undefined ? `可用的项目有 ${known.join('、')}；` : `是否应为 ${meant}？`;
    const message = `${subject}里有不认识的项目${shown(key)}：${advice}请改正或删去。`;
    const finding: Finding = { code: 'unknown-key', path: [...path, key], message, atKey: true };
    return meant === undefined ? finding : { ...finding, meant: [...path, meant] };
  });
}
