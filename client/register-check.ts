import type {
  RegisterNote,
  RegisterProblem,
  RegisterReading,
  RegisterWarning,
} from '../config/register/register-reading.js';
import type { CampaignSetup, Party, Task } from '../domain/register.js';
import type { Words } from './words.js';

/** What `shuangyue register check --json` prints. Good rows are listed despite problems. */
export interface RegisterReport {
  readonly ok: boolean;
  readonly campaign: CampaignSetup | null;
  readonly parties: readonly Party[];
  readonly tasks: readonly Task[];
  readonly problems: readonly RegisterProblem[];
  readonly warnings: readonly RegisterWarning[];
}

/** The report on a register file as data. */
export function registerReport({ partial, problems, warnings }: RegisterReading): RegisterReport {
  return {
    ok: problems.length === 0,
    campaign: partial.campaign ?? null,
    parties: partial.parties,
    tasks: partial.tasks,
    problems,
    warnings,
  };
}

/** The report as a coordinator reads it: a line for each problem and warning, then the summary. */
export function registerReportText(report: RegisterReport, words: Words): string {
  const said = ({ code, message }: RegisterProblem | RegisterWarning) => words.registerNote(code, message);
  return [
    ...report.problems.map((problem) => noteLine(problem, said(problem))),
    ...report.warnings.map((warning) => noteLine(warning, words.register.warning(said(warning)))),
    summary(report, words),
  ].join('\n');
}

function noteLine({ file, line, column, sheet, cell, code }: RegisterNote<string>, message: string): string {
  const place = sheet === undefined ? `${line}:${column}` : `${sheet}!${cell ?? ''}`;
  return `${file}:${place} ${code} ${message}`;
}

function summary({ ok, parties, tasks, problems, warnings }: RegisterReport, { register }: Words): string {
  const cities = parties.filter(({ kind }) => kind === 'city').length;
  const rows = register.rows(tasks.length, parties.length, cities);
  return ok ? register.passed(rows, warnings.length) : register.failed(problems.length, rows, warnings.length);
}
