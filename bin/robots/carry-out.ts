import type { Office } from '../../client/office.js';
import type { Status, TaskStatus } from '../../domain/board.js';
import { acceptUpdate, excuseUpdate, extendUpdate, ids, returnUpdate } from '../../workflows/api.js';
import type { DemoWords } from '../words/demo.js';
import type { RoundOrder } from './round-orders.js';

/** Gives one order to one task; resolves with what was done, in words; the reasons are the record's, in Chinese. */
export async function carryOut(
  office: Office,
  what: RoundOrder,
  task: TaskStatus,
  { campaign, round }: Status,
  by: string,
  { decisions, noRound }: DemoWords,
): Promise<string> {
  if (round === null) throw new Error(noRound);
  const to = ids.task(campaign, task.number);
  const order = { by, round: round.id };
  switch (what) {
    case 'excuse':
      await office.order(to, excuseUpdate, { ...order, why: '机构调整，本期由承接单位另行报送' });
      return decisions.excuse;
    case 'extend':
      await office.order(to, extendUpdate, { ...order, until: between(round, 0.4), why: '数据未出，单位来电申请' });
      return decisions.extend;
    case 'return':
      await office.order(to, returnUpdate, { ...order, why: '进展文字无本期内容，请补充本期实际开展的工作' });
      return decisions.return;
    case 'accept':
      await office.order(to, acceptUpdate, { ...order, rating: 'done', why: '佐证材料齐全' });
      return decisions.accept;
  }
}

/** A share of the time from answerBy to closing. */
function between({ answerBy, closesAt }: NonNullable<Status['round']>, share: number): string {
  const from = Date.parse(answerBy);
  return new Date(from + (Date.parse(closesAt) - from) * share).toISOString();
}
