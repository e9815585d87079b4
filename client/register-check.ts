import type { RegisterNote, RegisterReading } from '../config/register/register-reading.js';
import type { CampaignSetup, Party, Task } from '../domain/register.js';

/** What `shuangyue register check --json` prints. Good rows are listed despite problems. */
export interface RegisterReport {
  readonly ok: boolean;
  readonly campaign: CampaignSetup | null;
  readonly parties: readonly Party[];
  readonly tasks: readonly Task[];
  readonly problems: readonly RegisterNote<string>[];
  readonly warnings: readonly RegisterNote<string>[];
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
export function registerReportText(report: RegisterReport): string {
  return [
    ...report.problems.map((problem) => noteLine(problem)),
    ...report.warnings.map((warning) => noteLine(warning, '提示：')),
    summary(report),
  ].join('\n');
}

function noteLine({ file, line, column, sheet, cell, code, message }: RegisterNote<string>, mark = ''): string {
  const place = sheet === undefined ? `${line}:${column}` : `${sheet}!${cell ?? ''}`;
  return `${file}:${place} ${code} ${mark}${message}`;
}

function summary({ ok, parties, tasks, problems, warnings }: RegisterReport): string {
  const cities = parties.filter(({ kind }) => kind === 'city').length;
  const rows = `${tasks.length} 项任务、${parties.length} 个单位（部门 ${parties.length - cities} 个，市 ${cities} 个）`;
  const hints = warnings.length === 0 ? '' : `；提示 ${warnings.length} 条`;
  if (ok) return `台账检查通过：${rows}${hints}。`;
  return `台账有 ${problems.length} 个问题，改正后再检查；无误的有 ${rows}${hints}。`;
}
