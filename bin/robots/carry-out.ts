import type { Office } from '../../client/office.js';
import type { Status, TaskStatus } from '../../domain/board.js';
import { acceptUpdate, excuseUpdate, extendUpdate, ids, returnUpdate } from '../../workflows/api.js';
import type { RoundOrder } from './round-orders.js';

/** Gives one order to one task; resolves with what was done, in words. */
export async function carryOut(
  office: Office,
  what: RoundOrder,
  task: TaskStatus,
  { campaign, round }: Status,
  by: string,
): Promise<string> {
  if (round === null) throw new Error('没有进行中的调度期，不能对任务下达指令；请等下一期开启。');
  const to = ids.task(campaign, task.number);
  const order = { by, round: round.id };
  switch (what) {
    case 'excuse':
      await office.order(to, excuseUpdate, { ...order, why: '机构调整，本期由承接单位另行报送' });
      return '准予本期免报';
    case 'extend':
      await office.order(to, extendUpdate, { ...order, until: between(round, 0.4), why: '数据未出，单位来电申请' });
      return '准予延期';
    case 'return':
      await office.order(to, returnUpdate, { ...order, why: '进展文字无本期内容，请补充本期实际开展的工作' });
      return '退回补正';
    case 'accept':
      await office.order(to, acceptUpdate, { ...order, rating: 'done', why: '佐证材料齐全' });
      return '予以验收';
  }
}

/** A share of the time from answerBy to closing. */
function between({ answerBy, closesAt }: NonNullable<Status['round']>, share: number): string {
  const from = Date.parse(answerBy);
  return new Date(from + (Date.parse(closesAt) - from) * share).toISOString();
}
