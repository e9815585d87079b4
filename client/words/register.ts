import { counted } from '../../domain/sentence.js';

/** The lines that `register check` adds to what the check found. */
const chinese = {
  warning: (message: string) => `提示：${message}`,
  rows: (tasks: number, parties: number, cities: number) =>
    `${tasks} 项任务、${parties} 个单位（部门 ${parties - cities} 个，市 ${cities} 个）`,
  passed: (rows: string, warnings: number) => `台账检查通过：${rows}${warnings === 0 ? '' : `；提示 ${warnings} 条`}。`,
  failed: (problems: number, rows: string, warnings: number) =>
    `台账有 ${problems} 个问题，改正后再检查；无误的有 ${rows}${warnings === 0 ? '' : `；提示 ${warnings} 条`}。`,
};

const english: typeof chinese = {
  warning: (message) => `note: ${message}`,
  rows: (tasks, parties, cities) =>
    `${counted(tasks, 'task')}, ${counted(parties, 'party', 'parties')} (${counted(parties - cities, 'department')}, ${counted(cities, 'city', 'cities')})`,
  passed: (rows, warnings) => `The register holds: ${rows}${warnings === 0 ? '' : `; ${counted(warnings, 'note')}`}.`,
  failed: (problems, rows, warnings) =>
    `The register has ${counted(problems, 'problem')} to be mended first; sound are ${rows}${warnings === 0 ? '' : `; ${counted(warnings, 'note')}`}.`,
};

export const registerWords = { zh: chinese, en: english };
