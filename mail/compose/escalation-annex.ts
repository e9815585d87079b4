import { postNames } from '../../domain/post-names.js';
import type { PostKind } from '../../domain/register.js';
import { instant } from './chinese-date.js';
import type { Block } from './draft.js';
import type { EscalationModel, LoggedCall, SentLetter } from './letter-model.js';
import { taskTable } from './task-table.js';

const letterNames: Readonly<Record<SentLetter['kind'], string>> = {
  opening: '调度通知',
  reminder: '催报提示',
  calls: '电话联系',
  overdue: '逾期催办',
  'second-overdue': '再次催办',
  escalation: '督办函',
  return: '退回补报',
  handover: '移交',
};

const named = (kinds: readonly PostKind[]): string => kinds.map((kind) => postNames[kind]).join('、');

const posts = ({ to, cc }: SentLetter): string =>
  [named(to), named(cc) && `抄送${named(cc)}`].filter(Boolean).join('；');

const letterRow = (letter: SentLetter): readonly [string, string, string] => [
  letter.sentAt,
  `邮件：${letterNames[letter.kind]}`,
  posts(letter),
];

const callRow = ({ at, post, note }: LoggedCall): readonly [string, string, string] => [
  at,
  '电话联系',
  [post, note].filter(Boolean).join('：'),
];

const contactTable = ({ sent, calls }: EscalationModel, zone: string): Block => ({
  kind: 'table',
  caption: '附件2　通知、提示和联系记录',
  columns: [
    { label: '时间', width: 32 },
    { label: '方式', width: 26 },
    { label: '接收岗位及情况', width: 42 },
  ],
  rows: [...sent.map(letterRow), ...calls.map(callRow)]
    .toSorted(([a], [b]) => Date.parse(a) - Date.parse(b))
    .map(([at, ...rest]) => [instant(at, zone), ...rest]),
});

/** The 督办函's two annexes, inside the mail; the second only where there is something to list. */
export const annexes = (model: EscalationModel, zone: string): readonly Block[] => [
  {
    ...taskTable(
      model.tasks.map((task) => ({ ...task, answerBy: task.answerBy ?? model.round.answerBy })),
      ['goal', 'lastRating', 'deadline', 'answerBy'],
      { zone },
    ),
    caption: '附件1　未报任务清单',
  },
  contactTable(model, zone),
];

export const hasContacts = ({ sent, calls }: EscalationModel): boolean => sent.length + calls.length > 0;
