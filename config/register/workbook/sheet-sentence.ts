import { fieldAt, fields } from '../fields.js';
import type { Path } from '../finding.js';
import {
  escalationWays,
  partyKinds,
  publishWays,
  relations,
  targetKinds,
  wordFor,
  type Choices,
} from './choice-words.js';

const oneOf = (choices: Choices): string =>
  Object.keys(choices)
    .map((value) => wordFor(choices, value))
    .join('、');

const day = '认得出的日期，如 6月30日、6月底、三季度末、年底';
const post = '岗位名称和邮箱';
const number = '电话号码，如 024-12345678';

/** What a cell should hold, where a workbook says it in other words than a text file. */
const expected: Readonly<Record<string, string>> = {
  tasks: '一张工作表，列有序号、任务名称、牵头单位、完成时限等',
  parties: '一张工作表，列有单位名称、联络员、联络员邮箱、分管负责人等',
  campaign: '一张工作表，逐行写标识、行动名称、编发单位等',
  'campaign.principles': '用顿号隔开的名称，如 标准引领、品牌推动',
  'campaign.areas': '用顿号隔开的名称，如 产品质量、工程质量',
  'campaign.office': '名称和邮箱，如 负责人 <office@ln.example>',
  'campaign.coordinators': '至少一人，写作 zqb1 值班员 <zqb1@ln.example>，几个人用分号隔开',
  'campaign.bulletinTo': '邮箱地址，用分号隔开',
  'campaign.phone': number,
  'parties.liaisons.phone': number,
  'parties.section.phone': number,
  'parties.office.phone': number,
  'parties.head.phone': number,
  'campaign.publish': oneOf(publishWays),
  'campaign.escalation': oneOf(escalationWays),
  'campaign.quietDays.party': '单位的代码或名称',
  'campaign.cadence.kind': '按工作日或按秒',
  'parties.kind': oneOf(partyKinds),
  'parties.relation': `${oneOf(relations)}之一`,
  'parties.aliases': '名称，用顿号隔开',
  'parties.mailDomains': '单位自己的邮件域名，用顿号隔开，不能是公共邮箱的',
  'parties.liaisons': '至少一个联络员的名称和邮箱',
  'parties.section': post,
  'parties.office': post,
  'parties.head': post,
  'tasks.lead': '单位的代码或名称；几个牵头单位用顿号隔开，第一个为牵头',
  'tasks.support': '单位的代码或名称，用顿号隔开',
  'tasks.deadline': day,
  'tasks.targets': '量化目标、单位、指标类型、目标时限',
  'tasks.targets.value': '一个不小于 0 的数字；几个目标请分行写，每行一个',
  'tasks.targets.unit': '计量单位，如 家、%',
  'tasks.targets.kind': `${oneOf(targetKinds)}之一`,
  'tasks.targets.by': day,
  'tasks.targets.milestones': '日期和数字，如 6月底：30；9月底：45',
  'tasks.targets.milestones.by': day,
};

const keys = new Set(Object.keys(fields).flatMap((path) => path.split('.').at(-1) ?? []));

const exchanges: readonly (readonly [RegExp, string | ((whole: string, word: string) => string)])[] = [
  [/（(?:文字须加引号|数字不加引号)）/gu, ''],
  [/（([a-zA-Z]+)）/gu, (whole, word) => (keys.has(word) ? '' : `（${valueWord(word) ?? whole.slice(1, -1)}）`)],
  [/行动设置的 areas 之列/u, '“行动”表的质量领域之列'],
  [/行动设置的 principles 之列/u, '“行动”表的工作原则之列'],
  [/都应为 city/u, '都应为市'],
  [/应为 (?=\p{sc=Han})/u, '应为'],
  [/某单位的 region/u, '某单位的地区'],
  [/：\w+ 应小于 \w+；/u, '：前者应小于后者；'],
  [/多个单位请写成列表 \[甲, 乙\]；/u, ''],
  [/台账的 (?:tasks|parties) 有/u, '表格有'],
];

/** What a cell should hold, where a workbook says it in words of its own. */
export const expectedInSheet = (path: Path): string | undefined =>
  expected[path.filter((step) => typeof step === 'string').join('.')];

/** A rule's sentence as somebody who fills a workbook reads it: columns' words instead of a text file's keys. */
export function sheetSentence(message: string, path: Path): string {
  const [asText, asSheet] = [fieldAt(path)?.expected, expectedInSheet(path)];
  const told = asText === undefined || asSheet === undefined ? message : message.replace(asText, asSheet);
  return exchanges.reduce(
    (text, [pattern, word]) => (typeof word === 'string' ? text.replace(pattern, word) : text.replace(pattern, word)),
    told,
  );
}

function valueWord(value: string): string | undefined {
  return [partyKinds, relations].flatMap((choices) => (value in choices ? [wordFor(choices, value)] : []))[0];
}
