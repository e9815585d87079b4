import { callOutcomes, callWishes, stuckPlaces } from '../../domain/call.js';
import { campaignStates, roundStates } from '../../domain/campaign-states.js';
import { chineseDay, chineseRound } from '../../domain/chinese-date.js';
import { letterNames } from '../../domain/letter-names.js';
import { postNames } from '../../domain/post-names.js';
import { ratings } from '../../domain/rating.js';
import { standings } from '../../domain/standing.js';
import { addresseeNames } from '../../domain/step-names.js';
import { instantIn } from '../../domain/zone-time.js';

type Names = Readonly<Record<string, string>>;

/** What the record's codes are called, and how dates are written. */
const chinese = {
  standings: standings as Readonly<Record<keyof typeof standings, string>>,
  ratings: ratings as Readonly<Record<keyof typeof ratings, string>>,
  posts: postNames,
  letterKinds: letterNames,
  addressees: addresseeNames,
  letterStates: {
    drafted: '待签发',
    ready: '待发',
    sending: '发送中',
    sent: '已发',
    doubtful: '结果不明',
    refused: '被拒收',
    cancelled: '已取消',
    lapsed: '已失效',
  } as Names,
  mailKinds: {
    answer: '报送来信',
    acknowledgement: '回信“收到”',
    automatic: '自动回复',
    bounce: '退信',
    other: '来信',
  } as Names,
  mailStates: {
    received: '尚未甄别',
    delivered: '已计入',
    noted: '已记录',
    held: '待核',
    released: '已采用',
    refused: '不采用',
  } as Names,
  channels: { reply: '回信', form: '网页填报', sheet: '表格', coordinator: '代录' },
  outcomes: {
    answered: '按期报送',
    late: '逾期补报',
    correction: '更正',
    afterClose: '关闭后报送，存档备查',
    held: '待核',
  } as Names,
  events: {
    open: '调度期开启',
    answer: '报送入账',
    reminder: '催报',
    overdue: '逾期',
    'second-overdue': '再催',
    escalation: '到督办时点',
    'return-reminder': '补正提醒',
    escalated: '督办函发出',
    unfounded: '督办撤回',
    extend: '延期',
    excuse: '免报',
    return: '退回补报',
    accept: '验收',
    reassign: '移交',
    withdraw: '撤销',
    close: '调度期关闭',
  } as Names,
  callOutcomes: callOutcomes as Names,
  stuckPlaces: stuckPlaces as Names,
  callWishes: callWishes as Names,
  steps: {} as Names,
  bulletinStates: { draft: '待审', returned: '已退回', approved: '已审定', published: '已印发' },
  campaignStates,
  roundStates,
  comma: '，',
  colon: '：',
  bracket: (text: string) => `（${text}）`,
  semicolon: '；',
  enumeration: '、',
  /** Between things that stand side by side in a line. */
  gap: '　',
  coordinator: '协调员代码',
  task: (number: number) => `任务${number}`,
  system: '系统',
  round: chineseRound,
  roundShort: (round: string) => `${round}期`,
  day: chineseDay,
  /** Seconds only where a brisk cadence made them matter. */
  instant: (zone: string, at: string): string => written(zone, at, chineseDay, ''),
  /** An ISO instant as its own offset's wall shows it. */
  wall: (at: string, withSeconds: boolean): string => `${chineseDay(at)}${at.slice(11, withSeconds ? 19 : 16)}`,
};

export type NameWords = typeof chinese;

function written(zone: string, at: string, day: (date: string) => string, between: string): string {
  const local = instantIn(zone, at);
  return `${day(local)}${between}${local.slice(11, local.slice(17, 19) === '00' ? 16 : 19)}`;
}

function englishDay(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return day.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
}

const english: NameWords = {
  standings: {
    idle: 'not asked yet',
    asked: 'asked',
    answered: 'in time',
    overdue: 'overdue',
    escalated: 'escalated',
    late: 'late',
    returned: 'returned',
    missed: 'missed',
    excused: 'excused',
    accepted: 'accepted',
    withdrawn: 'withdrawn',
  },
  ratings: {
    done: 'done',
    onTrack: 'on track',
    behind: 'behind',
    notStarted: 'not started',
    longTerm: 'long-term',
    adjust: 'asks for a change',
    separate: 'reported separately',
  },
  posts: { 'liaison-a': 'liaison A', 'liaison-b': 'liaison B', section: 'section', office: 'office', head: 'head' },
  letterKinds: {
    opening: 'opening',
    reminder: 'reminder',
    calls: 'list of calls',
    overdue: 'overdue notice',
    'second-overdue': 'second notice',
    escalation: 'escalation letter',
    settled: 'settled notice',
    receipt: 'receipt',
    return: 'return',
    handover: 'handover',
    unfounded: 'withdrawal of escalation',
    bulletin: 'bulletin',
    report: 'draft report',
    note: 'note',
    contacts: 'confirmation of contacts',
  },
  addressees: {
    liaisons: 'liaisons',
    section: 'section',
    office: 'office',
    head: 'head',
    coordinators: 'coordinators',
  },
  letterStates: {
    drafted: 'to be signed',
    ready: 'ready',
    sending: 'being sent',
    sent: 'sent',
    doubtful: 'doubtful',
    refused: 'refused',
    cancelled: 'cancelled',
    lapsed: 'lapsed',
  },
  mailKinds: {
    answer: 'answer by mail',
    acknowledgement: '"received" by mail',
    automatic: 'automatic reply',
    bounce: 'bounce',
    other: 'mail',
  },
  mailStates: {
    received: 'not judged yet',
    delivered: 'counted',
    noted: 'noted',
    held: 'held',
    released: 'released',
    refused: 'not taken',
  },
  channels: { reply: 'by mail', form: 'by form', sheet: 'by sheet', coordinator: 'entered by a coordinator' },
  outcomes: {
    answered: 'in time',
    late: 'late',
    correction: 'correction',
    afterClose: 'after closing, kept only',
    held: 'held',
  },
  events: {
    open: 'round opened',
    answer: 'answer counted',
    reminder: 'reminder',
    overdue: 'overdue',
    'second-overdue': 'second overdue',
    escalation: 'escalation due',
    'return-reminder': 'reminder of return',
    escalated: 'escalation sent',
    unfounded: 'escalation withdrawn',
    extend: 'extended',
    excuse: 'excused',
    return: 'returned',
    accept: 'accepted',
    reassign: 'reassigned',
    withdraw: 'withdrawn',
    close: 'round closed',
  },
  callOutcomes: { reached: 'reached', 'no-answer': 'no answer', 'wrong-number': 'wrong number' },
  stuckPlaces: { section: 'section', 'sign-off': 'sign-off', data: 'data not out yet', other: 'elsewhere' },
  callWishes: { extension: 'needs an extension', contact: 'needs another contact' },
  steps: {
    调度通知: 'opening letters',
    催报: 'reminder',
    电话清单: 'list of calls',
    逾期催办: 'overdue notice',
    再催: 'second notice',
    督办函: 'escalation letters',
    报送截止: 'answers due',
    调度期关闭: 'round closes',
  },
  bulletinStates: { draft: 'draft', returned: 'returned', approved: 'approved', published: 'published' },
  campaignStates: { running: 'running', paused: 'paused', closed: 'ended' },
  roundStates: { planned: 'not open yet', open: 'open', closing: 'closing', closed: 'closed', skipped: 'not held' },
  comma: ', ',
  colon: ': ',
  bracket: (text) => ` (${text})`,
  semicolon: '; ',
  enumeration: ', ',
  gap: '  ',
  coordinator: 'CODE',
  task: (number) => `task ${number}`,
  system: 'system',
  round: (round) => `round ${round}`,
  roundShort: (round) => `round ${round}`,
  day: englishDay,
  instant: (zone, at) => written(zone, at, englishDay, ' '),
  wall: (at, withSeconds) => `${englishDay(at)} ${at.slice(11, withSeconds ? 19 : 16)}`,
};

export const nameWords = { zh: chinese, en: english };
