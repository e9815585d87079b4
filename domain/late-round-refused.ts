import type { RoundPlan } from './cadence.js';
import { chineseInstant, chineseRound } from './chinese-date.js';

/** A round opened so late that it would close after the next one opens. */
export class LateRoundRefused extends Error {
  override readonly name = 'LateRoundRefused';

  constructor(
    readonly plan: RoundPlan,
    readonly nextOpensAt: string,
  ) {
    super(
      `${chineseRound(plan.round)}调度开启过晚：${chineseInstant(plan.opensAt)}开启，最早${chineseInstant(plan.closesAt)}关闭，` +
        `晚于下一次的开启时间${chineseInstant(nextOpensAt)}。本次不再开启，有关任务请在下一次调度中一并报送。`,
    );
  }
}
