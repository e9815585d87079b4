import { counted } from '../../domain/sentence.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Parts = readonly (readonly [count: number, unit: 'day' | 'hour' | 'minute' | 'second'])[];

/** The two largest units of a time span that say something. */
function partsOf(ms: number): Parts {
  const left = Math.max(0, ms);
  if (left >= day) return [[Math.floor(left / day), 'day'], [Math.floor((left % day) / hour), 'hour']]; // prettier-ignore
  if (left >= hour) return [[Math.floor(left / hour), 'hour'], [Math.floor((left % hour) / minute), 'minute']]; // prettier-ignore
  if (left >= minute) return [[Math.floor(left / minute), 'minute']];
  return [[Math.ceil(left / 1_000), 'second']];
}

const units = { day: '天', hour: '小时', minute: '分', second: '秒' } as const;

/** What `status` says. */
const chinese = {
  duration: (ms: number): string =>
    partsOf(ms)
      .filter(([count], index) => count > 0 || index === 0)
      .map(([count, unit]) => `${count}${units[unit]}`)
      .join(''),
  noRound: '尚无调度期',
  notOpen: (round: string, at: string, left: string) => `${round}调度：${at}开启，还有${left}`,
  open: (round: string, dayNumber: number, days: number) => `${round}调度　第${dayNumber}天，共${days}天`,
  openBrisk: (round: string) => `${round}调度　报送中`,
  untilAnswers: (left: string, at: string) => `距报送截止 ${left}（${at}）`,
  untilClosing: (left: string, at: string) => `报送已截止，距关闭 ${left}（${at}）`,
  closing: (round: string) => `${round}调度正在关闭：各任务定局，随后编写简报`,
  over: (round: string, at: string) => `${round}调度已于${at}关闭`,
  next: (what: string, at: string, left: string) => `下一步：${what}，${at}，还有${left}`,
  paused: '行动已暂停：各步骤冻结，报送照收。恢复用 shuangyue resume。',
  answered: (share: string, count: number, all: number) => `已报 ${share}　${count}/${all} 项`,
  answeredShort: '已报',
  letters: (sent: number, waiting: number, refused: number) =>
    `函件：已发 ${sent}，待发 ${waiting}${refused > 0 ? `，被拒收 ${refused}` : ''}`,
  party: '单位',
  tasks: '任务',
  task: '任务',
  title: '名称',
  standing: '状态',
  due: '截止',
  version: '报送',
  versionOf: (version: number, toEnter: boolean) => `第${version}次${toEnter ? '（待录入）' : ''}`,
  settled: (count: number) => `${count} 个单位已无待办`,
  nothingSaid: '没有需要留意的情况。',
  later: '接下来',
  waiting: (count: number) => `等待协调员处理（${count}）`,
  nothingWaits: '没有等待协调员处理的事项。',
  withheld: (count: number) => `暂缓督办 ${count} 项：条件具备后自动再核对，原因见单位一栏。`,
  unsigned: (letter: number, party: string, tasks: string) => `待签发督办函 ${letter}：${party}，任务${tasks}`,
  signAll: '全部签发',
  held: (at: string, from: string, subject: string, why: string) => `待核来信 ${at}：${from}《${subject}》${why}`,
  toEnter: (at: string, from: string, subject: string, files: string) =>
    `待录入 ${at}：${from}《${subject}》，附件 ${files}；在看板上录入最快`,
  taskNumber: '任务号',
  rating: '自评',
  noSubject: '无主题',
  draft: (round: string, version: number, title: string) => `待审简报 ${round}（第${version}版）：${title}`,
  doubtful: (letter: number, party: string, to: string, failure: string) =>
    `发送结果不明的函 ${letter}：${party}（${to}）${failure}`,
  verifyFirst: '请先与对方核实',
  resend: '重发',
  partyCode: '单位代码',
  why: '事由',
  updated: (at: string, seconds: number) => `${at}更新，每${seconds}秒刷新，Ctrl-C 结束。`,
  watchNeedsTerminal: '--watch 只能在终端上使用，也不能与 --json 同用；定时取数请自行重复执行 status --json。',
  badSeconds: (given: string) => `“${given}”不是刷新间隔：应为 2 至 3600 的整秒数。`,
};

const letters = { day: 'd', hour: 'h', minute: 'min', second: 's' } as const;

const english: typeof chinese = {
  duration: (ms) =>
    partsOf(ms)
      .filter(([count], index) => count > 0 || index === 0)
      .map(([count, unit]) => `${count} ${letters[unit]}`)
      .join(' '),
  noRound: 'No round yet',
  notOpen: (round, at, left) => `${round}: opens ${at}, in ${left}`,
  open: (round, dayNumber, days) => `${round}: day ${dayNumber} of ${days}`,
  openBrisk: (round) => `${round}: open`,
  untilAnswers: (left, at) => `answers due in ${left} (${at})`,
  untilClosing: (left, at) => `answers were due; closes in ${left} (${at})`,
  closing: (round) => `${round} is being closed; the bulletin is drafted next`,
  over: (round, at) => `${round} was closed ${at}`,
  next: (what, at, left) => `Next: ${what}, ${at}, in ${left}`,
  paused: 'The campaign is paused: steps are frozen, answers are taken. Go on with shuangyue resume.',
  answered: (share, count, all) => `answered ${share}  ${count} of ${counted(all, 'task')}`,
  answeredShort: 'answered',
  letters: (sent, waiting, refused) =>
    `Letters: ${sent} sent, ${waiting} waiting${refused > 0 ? `, ${refused} refused` : ''}`,
  party: 'party',
  tasks: 'tasks',
  task: 'task',
  title: 'title',
  standing: 'standing',
  due: 'due',
  version: 'answer',
  versionOf: (version, toEnter) => `version ${version}${toEnter ? ' (to be entered)' : ''}`,
  settled: (count) => `${count === 1 ? '1 party has' : `${count} parties have`} nothing open`,
  nothingSaid: 'Nothing to note.',
  later: 'Coming up',
  waiting: (count) => `Waiting for a coordinator (${count})`,
  nothingWaits: 'Nothing waits for a coordinator.',
  withheld: (count) =>
    `${counted(count, 'escalation')} withheld: tried again by itself; see the parties for the reason.`,
  unsigned: (letter, party, tasks) => `Escalation letter ${letter} to be signed: ${party}, tasks ${tasks}`,
  signAll: 'sign all',
  held: (at, from, subject, why) => `Mail held ${at}: ${from} "${subject}" ${why}`,
  toEnter: (at, from, subject, files) =>
    `To be entered ${at}: ${from} "${subject}", files ${files}; quickest on the board`,
  taskNumber: 'TASK',
  rating: 'RATING',
  noSubject: 'no subject',
  draft: (round, version, title) => `Bulletin ${round} to be approved (version ${version}): ${title}`,
  doubtful: (letter, party, to, failure) => `Letter ${letter} is doubtful: ${party} (${to}) ${failure}`,
  verifyFirst: 'ask the recipient first',
  resend: 'resend',
  partyCode: 'PARTY',
  why: 'REASON',
  updated: (at, seconds) => `As of ${at}, every ${seconds} s; Ctrl-C ends.`,
  watchNeedsTerminal: '--watch needs a terminal and goes without --json; repeat status --json yourself instead.',
  badSeconds: (given) => `"${given}" is no interval: expected whole seconds from 2 to 3600.`,
};

export const statusWords = { zh: chinese, en: english };
