import type { Path, ProblemCode } from './finding.js';

/** How a field is spoken of: its Chinese name, what it should hold, the code of a value that does not fit. */
export interface Field {
  readonly label: string;
  readonly expected: string;
  readonly code?: ProblemCode;
}

const line = { expected: '一行文字', code: 'invalid-text' } as const;
const prose = { expected: '一段文字', code: 'invalid-text' } as const;
const email = { expected: '邮箱地址，如 zqb1@ln.example', code: 'invalid-email' } as const;
const monthDay = { expected: '“月-日”各两位数字，如 06-30（二月底写 02-28）', code: 'invalid-date' } as const;
const isoDate = { expected: '“年-月-日”，如 2026-06-30', code: 'invalid-date' } as const;
const time = { expected: '“时:分”，如 09:30', code: 'invalid-time' } as const;
const number = { expected: '数字', code: 'invalid-number' } as const;
const workdays = { expected: '0 至 30 的整数（工作日数）', code: 'invalid-number' } as const;
const seconds = { expected: '大于 0 的秒数', code: 'invalid-number' } as const;
const day = { expected: '1 至 28 的整数', code: 'invalid-number' } as const;
const code = { expected: '小写字母开头，由小写字母、数字和横线组成，不超过 40 个字符', code: 'invalid-code' } as const;
const phone = { expected: '加引号的电话号码，如 "024-12345678"', code: 'invalid-phone' } as const;
const post = { expected: '{ name: 岗位名称, email: 邮箱 }' } as const;

/** Every key a register may hold, by its path without indexes. */
export const fields: Readonly<Record<string, Field>> = {
  campaign: { label: '行动设置', expected: '一组键值（id、title、issuer 等）' },
  parties: { label: '单位', expected: '单位的列表，每个单位以“- code:”开头' },
  tasks: { label: '任务', expected: '任务的列表，每条任务以“- number:”开头' },

  'campaign.id': { label: '台账编号', ...code },
  'campaign.title': { label: '行动名称', ...line },
  'campaign.issuer': { label: '发文机关', ...line },
  'campaign.bulletin': { label: '简报名称', ...line },
  'campaign.principles': { label: '原则', expected: '不为空的名称列表，如 [标准引领, 品牌推动]' },
  'campaign.areas': { label: '领域', expected: '不为空的名称列表，如 [产品质量, 工程质量]' },
  'campaign.zone': { label: '时区', expected: '时区名称，如 Asia/Shanghai', code: 'invalid-zone' },
  'campaign.office': { label: '领导小组办公室', ...post },
  'campaign.office.name': { label: '领导小组办公室名称', ...line },
  'campaign.office.email': { label: '领导小组办公室邮箱', ...email },
  'campaign.coordinators': { label: '协调员', expected: '至少一人的列表，每人写 { code, name, email }' },
  'campaign.coordinators.code': { label: '协调员代码', ...code },
  'campaign.coordinators.name': { label: '协调员岗位名称', ...line },
  'campaign.coordinators.email': { label: '协调员邮箱', ...email },
  'campaign.bulletinTo': { label: '简报收件人', ...email, expected: '邮箱地址的列表，如 [leaders@ln.example]' },
  'campaign.phone': { label: '联系电话', ...phone, code: 'invalid-text' },
  'campaign.basis': { label: '依据文件', ...line },
  'campaign.publish': { label: '简报发布方式', expected: 'approval（审定后发）或 automatic（自动发）' },
  'campaign.escalation': { label: '督办方式', expected: 'signed（签发）或 automatic（自动）' },

  'campaign.quietDays': { label: '静默期', expected: '列表，每项写 { from: 年-月-日, to: 年-月-日 }' },
  'campaign.quietDays.from': { label: '静默期首日', ...isoDate },
  'campaign.quietDays.to': { label: '静默期末日', ...isoDate },
  'campaign.quietDays.region': { label: '静默期地区', ...line },
  'campaign.quietDays.party': { label: '静默期单位', expected: '单位的代码或名称' },

  'campaign.cadence': { label: '调度节奏', expected: '一组键值，如 { answerByDay: 25 }' },
  'campaign.cadence.kind': { label: '节奏种类', expected: 'calendar（按工作日）或 brisk（按秒，演示用）' },
  'campaign.cadence.cutoffDay': { label: '统计截止日', ...day },
  'campaign.cadence.decemberCutoffDay': { label: '12 月统计截止日', ...day },
  'campaign.cadence.answerByDay': { label: '报送截止日', ...day },
  'campaign.cadence.decemberAnswerByDay': { label: '12 月报送截止日', ...day },
  'campaign.cadence.answerAt': { label: '报送截止时刻', ...time },
  'campaign.cadence.lettersAt': { label: '发函时刻', ...time },
  'campaign.cadence.lettersUntil': { label: '发函截止时刻', ...time },
  'campaign.cadence.callsAt': { label: '电话清单时刻', ...time },
  'campaign.cadence.openingBefore': { label: '调度通知提前', ...workdays },
  'campaign.cadence.reminderBefore': { label: '催报提前', ...workdays },
  'campaign.cadence.overdueAfter': { label: '逾期催办', ...workdays },
  'campaign.cadence.secondOverdueAfter': { label: '再催', ...workdays },
  'campaign.cadence.escalationAfter': { label: '督办函', ...workdays },
  'campaign.cadence.closesAfter': { label: '关闭', ...workdays },
  'campaign.cadence.settleMs': { label: '合并等待', expected: '不小于 0 的整数（毫秒）', code: 'invalid-number' },
  'campaign.cadence.everySeconds': { label: '调度期间隔', ...seconds },
  'campaign.cadence.reminderSeconds': { label: '催报', ...seconds },
  'campaign.cadence.answerBySeconds': { label: '报送截止', ...seconds },
  'campaign.cadence.callsSeconds': { label: '电话清单', ...seconds },
  'campaign.cadence.overdueSeconds': { label: '逾期催办', ...seconds },
  'campaign.cadence.secondOverdueSeconds': { label: '再催', ...seconds },
  'campaign.cadence.escalationSeconds': { label: '督办函', ...seconds },
  'campaign.cadence.closesSeconds': { label: '关闭', ...seconds },
  'campaign.cadence.settleSeconds': { label: '合并等待', ...seconds },
  'campaign.cadence.workdaySeconds': { label: '一个工作日', ...seconds },

  'parties.code': { label: '单位代码', ...code },
  'parties.name': { label: '单位简称', ...line },
  'parties.fullName': { label: '单位全称', ...line },
  'parties.aliases': { label: '别名', expected: '名称的列表，如 [省发改委]' },
  'parties.kind': { label: '单位种类', expected: 'department（部门）或 city（市）' },
  'parties.relation': {
    label: '行文关系',
    expected: 'own、peer、party、mass、central、city 之一',
    code: 'unknown-relation',
  },
  'parties.region': { label: '地区', ...line },
  'parties.mailDomains': {
    label: '来信域名',
    expected: '单位自己的邮件域名的列表，如 [gxt.ln.example]，不能是公共邮箱的',
    code: 'invalid-text',
  },
  'parties.liaisons': { label: '联络员', expected: '一至两个岗位的列表，每个写 { name: 岗位名称, email: 邮箱 }' },
  'parties.liaisons.name': { label: '联络员岗位名称', ...line },
  'parties.liaisons.email': { label: '联络员邮箱', ...email },
  'parties.liaisons.phone': { label: '联络员电话', ...phone },
  'parties.section': { label: '承办处室', ...post },
  'parties.section.name': { label: '承办处室名称', ...line },
  'parties.section.email': { label: '承办处室邮箱', ...email },
  'parties.section.phone': { label: '承办处室电话', ...phone },
  'parties.office': { label: '单位办公室', ...post },
  'parties.office.name': { label: '单位办公室名称', ...line },
  'parties.office.email': { label: '单位办公室邮箱', ...email },
  'parties.office.phone': { label: '单位办公室电话', ...phone },
  'parties.head': { label: '分管负责人', ...post },
  'parties.head.name': { label: '分管负责人岗位名称', ...line },
  'parties.head.email': { label: '分管负责人邮箱', ...email },
  'parties.head.phone': { label: '分管负责人电话', ...phone },

  'tasks.number': { label: '任务序号', expected: '1 至 9999 的整数', code: 'invalid-number' },
  'tasks.area': { label: '领域', ...line },
  'tasks.aspect': { label: '方面', ...line },
  'tasks.principle': { label: '原则', ...line },
  'tasks.title': { label: '任务名称', ...line },
  'tasks.requirement': { label: '工作要求', ...prose },
  'tasks.goal': { label: '年度目标', ...prose },
  'tasks.lead': { label: '牵头单位', expected: '一个单位的代码或名称；多个牵头单位写成列表，第一个为牵头' },
  'tasks.support': { label: '配合单位', expected: '单位代码或名称的列表，如 [kjt, czt]' },
  'tasks.deadline': { label: '完成时限', ...monthDay },
  'tasks.targets': { label: '量化目标', expected: '列表，每项写 { value, unit, kind, by }' },
  'tasks.targets.value': { label: '目标值', expected: '不小于 0 的数字，不加引号和单位', code: 'invalid-number' },
  'tasks.targets.unit': { label: '计量单位', expected: '计量单位，如 家；百分号写成 "%"', code: 'invalid-text' },
  'tasks.targets.kind': {
    label: '目标类型',
    expected: 'cumulative（累计）、stock（存量）、ratio（比率）、hold（保持）、reduce（压缩）之一',
    code: 'unknown-target-kind',
  },
  'tasks.targets.by': { label: '目标时限', ...monthDay },
  'tasks.targets.scope': { label: '口径', ...prose },
  'tasks.targets.baseline': { label: '上年底基数', ...number },
  'tasks.targets.milestones': { label: '分期目标', expected: '列表，每项写 { by: 月-日, value: 数字 }' },
  'tasks.targets.milestones.by': { label: '分期目标时限', ...monthDay },
  'tasks.targets.milestones.value': { label: '分期目标值', ...number },
};

/** The field a path leads to. */
export function fieldAt(path: Path): Field | undefined {
  return fields[keyOf(path)];
}

/** What a key of a section is called, or the key itself when it has no name. */
export const labelIn = (section: 'campaign' | 'parties' | 'tasks', key: string): string =>
  fieldAt([section, key])?.label ?? key;

/** The keys a row at this path may hold, in the order they are taught. */
export function keysUnder(path: Path): readonly string[] {
  const prefix = path.length === 0 ? '' : `${keyOf(path)}.`;
  return Object.keys(fields)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((key) => key !== '' && !key.includes('.'));
}

const keyOf = (path: Path): string => path.filter((step) => typeof step === 'string').join('.');
