import { counted } from '../../domain/sentence.js';

/** What `calls` says. */
const chinese = {
  noRound: '目前没有开放的调度期，没有需要打的电话。',
  nobody: (round: string) => `${round}各单位均已报送，没有需要打的电话。`,
  head: (round: string, parties: number, tasks: number, answerBy: string, isOver: boolean) =>
    `${round}：${parties} 个单位 ${tasks} 项未报（${answerBy}${isOver ? '已截止' : '截止'}）`,
  questions: '电话要点：①是否收到 ②卡在哪一环（处室、审签、数据未出）③预计何时 ④是否需延期或更换联系人',
  tasks: (count: number) => `${count} 项`,
  noPhone: '未登记电话',
  bounced: '退信',
  tasksLabel: '任务',
  sentLabel: '已发',
  knownLabel: '留意',
  calledLabel: '已打',
  logLabel: '登记',
  note: '情况',
  expected: (day: string) => `预计${day}报送`,
  received: { yes: '已收到通知', no: '未收到通知' },
  stuck: (place: string) => `卡在${place}`,
  logged: (party: string, sentence: string) => `已登记与${party}的通话：${sentence}。`,
  next: '接着可办：',
  needsSaid: '请写明通话结果：一句话，或 --received、--stuck、--expected、--wants，未打通写 --outcome 未接通。',
  badOutcome: (given: string, known: string) => `“${given}”不是通话结果：应为${known}之一。`,
  badPlace: (given: string, known: string) => `“${given}”不是环节：应为${known}之一。`,
  badWish: (given: string) => `“${given}”不是需求：应为 延期 或 换人。`,
  badYesNo: (given: string) => `“${given}”应写作 是 或 否。`,
  until: '日期',
  person: ['姓名', '邮箱'] as readonly [string, string],
};

const english: typeof chinese = {
  noRound: 'No round is open: nobody has to be rung.',
  nobody: (round) => `All parties have answered ${round}: nobody has to be rung.`,
  head: (round, parties, tasks, answerBy, isOver) =>
    `${round}: ${parties === 1 ? '1 party is' : `${parties} parties are`} silent on ${counted(tasks, 'task')} (${isOver ? 'were' : 'are'} due ${answerBy})`,
  questions:
    'Ask: 1 was it received; 2 where is it stuck (section, sign-off, data); 3 when; 4 extension or other contact.',
  tasks: (count) => counted(count, 'task'),
  noPhone: 'no number on file',
  bounced: 'bounces',
  tasksLabel: 'tasks',
  sentLabel: 'sent',
  knownLabel: 'note',
  calledLabel: 'rung',
  logLabel: 'log it',
  note: 'what was said',
  expected: (day) => `expected ${day}`,
  received: { yes: 'was received', no: 'was not received' },
  stuck: (place) => `stuck: ${place}`,
  logged: (party, sentence) => `Call to ${party} logged: ${sentence}.`,
  next: 'What may follow:',
  needsSaid:
    'Say what came of it: a sentence, or --received, --stuck, --expected, --wants; not reached is --outcome no-answer.',
  badOutcome: (given, known) => `"${given}" is no outcome of a call: expected one of ${known}.`,
  badPlace: (given, known) => `"${given}" is no place to be stuck at: expected one of ${known}.`,
  badWish: (given) => `"${given}" is nothing to want: expected extension or contact.`,
  badYesNo: (given) => `"${given}": expected yes or no.`,
  until: 'DATE',
  person: ['NAME', 'EMAIL'],
};

export const callWords = { zh: chinese, en: english };
