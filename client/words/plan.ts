import { counted } from '../../domain/sentence.js';

/** What `plan` says, and the summary that `start` shows. */
const chinese = {
  title: (title: string, year: number) => `${title}　${year}年双月调度日历`,
  zone: (zone: string) => `时区 ${zone}`,
  round: (number: number, months: readonly string[], cutoff: string, isProvisional: boolean) =>
    `第${number}次调度（${months.map(monthOf).join('—')}月）　数据截至${cutoff}${isProvisional ? '　【暂定】' : ''}`,
  answersDue: '报送截止',
  closes: '本次关闭',
  sentTo: (to: string, cc: string) => `送${to}${cc === '' ? '' : `，抄${cc}`}`,
  signedTo: (to: string, cc: string) => `送${to}${cc === '' ? '' : `，抄${cc}`}（签发后发出）`,
  givenTo: (to: string) => `交${to}`,
  load: '各单位收函数（封），由按期报齐到始终未报：',
  party: '单位',
  tasks: '牵头任务',
  roundHead: (number: number) => `第${number}次`,
  year: '全年',
  total: '合计',
  range: (min: number, max: number) => (min === max ? String(min) : `${min}—${max}`),
  warnings: '请注意',
  toNote: '请注意：',
  warning: (number: number, warning: string) => `${number}．${warning}`,
  campaign: (title: string, id: string) => `${title}（${id}）`,
  size: (tasks: number, parties: number, min: number, max: number) =>
    `任务 ${tasks} 项，单位 ${parties} 个；全年催办函 ${min} 至 ${max} 封（回执、退回、简报另计）`,
  openings: {
    planned: (at: string) => `${at}开启`,
    late: (at: string) => `启动后立即开启（${at}）`,
    bygone: (at: string) => `已过（${at}开启），不再举行`,
  },
  due: (at: string) => `${at}截止`,
  briskForReal:
    '【信会真的发出】已设 SMTP_URL，而节奏是快节奏（brisk）：各单位每几分钟就会真的收到一封。只想试走的，请另建一个文件夹，不设 SMTP_URL，在那里 up 和 start。',
  allBygone: (year: number) => `${year}年的各期都已过去，没有一期可以举行；请核对 --year。`,
  none: '（无）',
  difference: (what: string, before: string, after: string) => `${what}：${before} → ${after}`,
};

function monthOf(month: string): number {
  return Number(month.slice(5));
}

const english: typeof chinese = {
  title: (title, year) => `${title}  calendar of the bimonthly calls of ${year}`,
  zone: (zone) => `time zone ${zone}`,
  round: (number, months, cutoff, isProvisional) =>
    `Round ${number} (${months.map(englishMonth).join('–')})  figures as of ${cutoff}${isProvisional ? '  [provisional]' : ''}`,
  answersDue: 'answers due',
  closes: 'round closes',
  sentTo: (to, cc) => `to ${to}${cc === '' ? '' : `, cc ${cc}`}`,
  signedTo: (to, cc) => `to ${to}${cc === '' ? '' : `, cc ${cc}`} (once it is signed)`,
  givenTo: (to) => `for ${to}`,
  load: 'Letters to each party, from all answered in time to never answered:',
  party: 'party',
  tasks: 'tasks led',
  roundHead: (number) => `round ${number}`,
  year: 'year',
  total: 'total',
  range: (min, max) => (min === max ? String(min) : `${min}–${max}`),
  warnings: 'To note',
  toNote: 'To note:',
  warning: (number, warning) => `${number}. ${warning}`,
  campaign: (title, id) => `${title} (${id})`,
  size: (tasks, parties, min, max) =>
    `${counted(tasks, 'task')}, ${counted(parties, 'party', 'parties')}; ${min} to ${counted(max, 'letter')} of the calls in the year (receipts, returns and bulletins come on top)`,
  openings: {
    planned: (at) => `opens ${at}`,
    late: (at) => `opens at once (${at})`,
    bygone: (at) => `gone by (was ${at}), not held any more`,
  },
  due: (at) => `due ${at}`,
  briskForReal:
    'LETTERS WILL REALLY LEAVE: SMTP_URL is set and the cadence is brisk, so every party gets real mail every few minutes. To try it out, use a folder of its own without SMTP_URL for up and start.',
  allBygone: (year) => `All rounds of ${year} have gone by, none can be held; check --year.`,
  none: '(none)',
  difference: (what, before, after) => `${what}: ${before} → ${after}`,
};

function englishMonth(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
}

export const planWords = { zh: chinese, en: english };
