import type { Correction } from '../domain/roll-up/bulletin-model.js';

/** 第5期附表任务22“累计/目标”：“46549/58561批次”应为“46849/58561批次”，原因：来源单位更正。 */
export function correctionLine({ issue, place, before, after, reason }: Correction): string {
  return `第${issue}期${place}：“${before}”应为“${after}”，原因：${reason}。`;
}
