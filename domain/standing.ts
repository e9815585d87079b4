/** Where a task stands in a round (design.md, "Standing"). */
export const standings = {
  idle: '未到调度',
  asked: '待报',
  answered: '按期报送',
  overdue: '逾期',
  escalated: '已督办',
  late: '逾期补报',
  returned: '退回补正',
  missed: '未报',
  excused: '免报',
  accepted: '已验收',
  withdrawn: '已撤销',
} as const;

export type Standing = keyof typeof standings;

/** The mark an answer earned, kept through a return: in time or late for ever. */
export type Mark = 'answered' | 'late';
