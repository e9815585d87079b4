import type { AnswerContent } from '../../domain/answer.js';

/** A column of the 调度表 that a department fills in. */
export type OpenColumn =
  | 'figure'
  | 'rating'
  | 'completedOn'
  | 'progress'
  | 'cause'
  | 'help'
  | 'helper'
  | 'nextSteps'
  | 'nextBy'
  | 'evidence'
  | 'experience'
  | SignColumn;
/** Written once, they hold for all rows. */
export type SignColumn = keyof Pick<AnswerContent, 'filledBy' | 'reviewedBy' | 'signedOffBy'>;
export type LockedColumn = 'number' | 'area' | 'task' | 'goal' | 'deadline' | 'section' | 'support' | 'last';
export type SheetColumn = LockedColumn | OpenColumn;

export interface ColumnLook {
  readonly key: SheetColumn;
  readonly heading: string;
  /** In characters of half width. */
  readonly width: number;
  readonly isOpen: boolean;
  /** One cell a target, where the others hold for the whole task. */
  readonly perTarget?: boolean;
  readonly centred?: boolean;
  /** Shown beside a cell that is being filled. */
  readonly hint?: string;
}

const ours = (key: LockedColumn, heading: string, width: number, look: Partial<ColumnLook> = {}): ColumnLook => ({
  key,
  heading,
  width,
  isOpen: false,
  ...look,
});
const theirs = (key: OpenColumn, heading: string, width: number, hint: string, look: Partial<ColumnLook> = {}) => ({
  key,
  heading,
  width,
  isOpen: true,
  hint,
  ...look,
});

/** In the order of the sheet. */
export const sheetColumns: readonly ColumnLook[] = [
  ours('number', '序号', 6, { centred: true }),
  ours('area', '领域', 10, { centred: true }),
  ours('task', '任务', 26),
  ours('goal', '年度目标及口径', 32, { perTarget: true }),
  ours('deadline', '时限', 11, { centred: true }),
  ours('section', '承办处室', 12, { centred: true }),
  ours('support', '配合', 16),
  ours('last', '上期累计', 10, { perTarget: true, centred: true }),
  theirs('figure', '本期累计', 11, '填本年累计数，只填数字。无新进展的填上期数以示确认。', {
    perTarget: true,
    centred: true,
  }),
  theirs('rating', '自评', 12, '从列表中选择。', { centred: true }),
  theirs('completedOn', '完成日期', 12, '自评“已完成”的填，例如 2026-6-30。', { centred: true }),
  theirs('progress', '本期进展', 40, '写本期新的进展；没有的写“无变化”。'),
  theirs('cause', '滞后原因', 24, '自评“进展滞后”的填。'),
  theirs('help', '需协调事项', 24, '需要我办协调的事项。'),
  theirs('helper', '需协调单位', 14, '与哪个单位协调。'),
  theirs('nextSteps', '下步措施', 30, '下一步怎么做。'),
  theirs('nextBy', '措施时限', 12, '何时完成；自评“进展滞后”的填预计赶上日期，例如 2026-6-30。', { centred: true }),
  theirs('evidence', '佐证文号', 20, '自评“已完成”的填。'),
  theirs('experience', '典型经验', 24, '自愿提供，供简报选用。'),
  theirs('filledBy', '填报人/电话', 18, '填一行即可，其余各行视同。', { centred: true }),
  theirs('reviewedBy', '审核人', 12, '填一行即可，其余各行视同。', { centred: true }),
  theirs('signedOffBy', '审签人/日期', 18, '填一行即可，其余各行视同。', { centred: true }),
];

export const columnLook = (wanted: SheetColumn): ColumnLook => {
  const found = sheetColumns.find(({ key }) => key === wanted);
  if (found === undefined) throw new Error(`调度表没有“${wanted}”一列，属程序错误。`);
  return found;
};

export const signColumns: readonly SignColumn[] = ['filledBy', 'reviewedBy', 'signedOffBy'];
