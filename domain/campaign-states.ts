import type { Status } from './board.js';

/** What people call the state of a campaign. */
export const campaignStates: Readonly<Record<Status['state'], string>> = {
  running: '进行中',
  paused: '已暂停',
  closed: '已结束',
};

/** What people call the state of a round. */
export const roundStates: Readonly<Record<NonNullable<Status['round']>['state'], string>> = {
  planned: '未开启',
  open: '报送中',
  closing: '关闭中',
  closed: '已关闭',
  skipped: '未举行',
};
