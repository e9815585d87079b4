import { warningCodes, type Finding, type ProblemCode, type WarningCode } from './finding.js';
import type { RegisterNote, RegisterProblem, RegisterWarning } from './register-reading.js';
import type { FormNote, Place, RegisterSource } from './register-source.js';

type Note = RegisterNote<ProblemCode | WarningCode>;

/** A note on the file's form with its place. */
export const noteOfForm = ({ code, place, message }: FormNote, file: string): Note => ({
  file,
  ...place,
  code,
  message,
});

/** A finding with its place, and the place of the other one of two that clash. */
export function noteOfFinding(finding: Finding, source: RegisterSource, file: string): Note {
  const { code, path, atKey, other } = finding;
  const place = source.place(path, atKey ? 'key' : 'value');
  const told = source.worded(finding.message, path);
  const message = other === undefined ? told : `${told}（另一处在${spoken(source.place(other, 'value'))}）`;
  return { file, ...place, code, message };
}

const spoken = ({ sheet, cell, line }: Place): string =>
  sheet === undefined ? `第 ${line} 行` : `“${sheet}”的 ${cell ?? ''}`;

export const isWarning = (note: Note): note is RegisterWarning => warningCodes.some((code) => code === note.code);

export const isProblem = (note: Note): note is RegisterProblem => !isWarning(note);

/** Notes in the order in which a reader of the file comes upon them: sheet by sheet, line by line. */
export function inOrder<T extends Note>(notes: readonly T[], sheets: readonly string[] = []): T[] {
  const sheetOf = ({ sheet }: T): number => (sheet === undefined ? -1 : sheets.indexOf(sheet));
  return notes.toSorted((a, b) => sheetOf(a) - sheetOf(b) || a.line - b.line || a.column - b.column);
}

const mostNotes = 1000;

/** A file with thousands of faults has one cause: the first thousand are told, the rest counted. */
export function cutShort(problems: readonly RegisterProblem[]): readonly RegisterProblem[] {
  const last = problems[mostNotes];
  if (last === undefined) return problems;
  const message = `问题过多，其余 ${problems.length - mostNotes} 个未列出；请先改正以上问题再检查。`;
  return [...problems.slice(0, mostNotes), { ...last, code: 'too-many-problems', message }];
}
