import { counted } from '../../domain/sentence.js';

/** What is wrong with an office's own holiday file. */
const chinese = {
  badDay: '日期应写作 YYYY-MM-DD，且确有此日，例如 2027-02-06',
  noName: '请写节日名称，例如 春节',
  badYear: '年份应为整数，例如 2027',
  badShape: '写法不对，应为名称与值的对照表或列表',
  bothWays: '同一天不能既放假又上班',
  emptyYear: (year: number) => `${year}年列为已公布，off 中却没有该年的放假日`,
  unknownKeys: (keys: readonly string[]) => `不认识的项 ${keys.join('、')}`,
  whole: '全文',
  line: (where: string, problem: string) => `  ${where}：${problem}`,
  missing: (file: string) => `找不到节假日文件 ${file}，请核对路径；不需要时请去掉这项设置。`,
  noYaml: (file: string) => `节假日文件 ${file} 不是有效的 YAML，请按 years、off、work 三项书写。`,
  broken: (file: string, lines: readonly string[]) =>
    `节假日文件 ${file} 有${lines.length}处问题：\n${lines.join('\n')}\n应含 years、off、work 三项。`,
};

const english: typeof chinese = {
  badDay: 'expected a day as YYYY-MM-DD that exists, such as 2027-02-06',
  noName: 'expected the name of the holiday, such as Spring Festival',
  badYear: 'expected a whole number for the year, such as 2027',
  badShape: 'expected names with their values, or a list',
  bothWays: 'a day cannot be off and worked',
  emptyYear: (year) => `${year} is among the published years, but off has no day of it`,
  unknownKeys: (keys) => `unknown: ${keys.join(', ')}`,
  whole: 'whole file',
  line: (where, problem) => `  ${where}: ${problem}`,
  missing: (file) => `Holiday file ${file} is not there: check its path; if it is not needed, leave the setting out.`,
  noYaml: (file) => `Holiday file ${file} is no valid YAML: write it with years, off and work.`,
  broken: (file, lines) =>
    `Holiday file ${file} has ${counted(lines.length, 'problem')}:\n${lines.join('\n')}\nExpected years, off and work.`,
};

export type HolidayWords = typeof chinese;
export const holidayWords = { zh: chinese, en: english };
