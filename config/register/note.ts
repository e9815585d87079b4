import { warningCodes, type Finding, type ProblemCode, type WarningCode } from './finding.js';
import type { RegisterNote, RegisterProblem, RegisterWarning } from './register-reading.js';
import type { FormProblem, YamlSource } from './yaml-source.js';

type Note = RegisterNote<ProblemCode | WarningCode>;

/** A problem of the file's form with its line and column. */
export function noteOfForm({ code, offset, message }: FormProblem, source: YamlSource, file: string): RegisterProblem {
  return { file, ...source.position(offset), code, message };
}

/** A finding with its line and column, and the line of the other one of two that clash. */
export function noteOfFinding(finding: Finding, source: YamlSource, file: string): Note {
  const { code, path, atKey, other } = finding;
  const place = source.position(source.offset(path, atKey ? 'key' : 'value'));
  const elsewhere = other && source.position(source.offset(other, 'value')).line;
  const message = elsewhere === undefined ? finding.message : `${finding.message}（另一处在第 ${elsewhere} 行）`;
  return { file, ...place, code, message };
}

export const isWarning = (note: Note): note is RegisterWarning => warningCodes.some((code) => code === note.code);

export const isProblem = (note: Note): note is RegisterProblem => !isWarning(note);

/** Notes in the order in which a reader of the file comes upon them. */
export function inOrder<T extends Note>(notes: readonly T[]): T[] {
  return notes.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

const mostNotes = 1000;

/** A file with thousands of faults has one cause: the first thousand are told, the rest counted. */
export function cutShort(problems: readonly RegisterProblem[]): readonly RegisterProblem[] {
  const last = problems[mostNotes];
  if (last === undefined) return problems;
  const message = `问题过多，其余 ${problems.length - mostNotes} 个未列出；请先改正以上问题再检查。`;
  return [...problems.slice(0, mostNotes), { ...last, code: 'too-many-problems', message }];
}
