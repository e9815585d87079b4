import { chineseDay, chineseInstant, chineseRound } from './chinese-date.js';
import type { NeededPost } from './missing-posts.js';
import type { MoveReason } from './moved-steps.js';
import { planConcerns, type PlanConcern, type PlanToCheck } from './plan-concerns.js';
import { stepNames } from './step-names.js';

/** What a coordinator should know before a plan is followed, one Chinese sentence each. */
export function planWarnings(check: PlanToCheck): readonly string[] {
  return planConcerns(check).map(planWarning);
}

const reasons: Readonly<Record<MoveReason, string>> = {
  holidayEve: '是假期前最后一个工作日',
  quietDay: '在静默期内',
  lateOpening: '未能按时开启',
  distance: '为与上一步相隔两个工作日',
};

const withoutPost: Readonly<Record<NeededPost, string>> = {
  'liaison-a': '未登记联络员，各类通知无法送达',
  section: '未登记承办处室，逾期催办无法抄送',
  office: '未登记单位办公室，再催只送联络员',
  head: '未登记分管负责人，督办函无法发出',
};

/** A concern as a Chinese sentence. */
export function planWarning(concern: PlanConcern): string {
  switch (concern.kind) {
    case 'provisional':
      return `${concern.year}年节假日安排尚未录入，日期按周末和法定假日（1月1日、5月1日至2日、10月1日至3日）推算，均为暂定；录入后，尚未开启的调度期将重新排定。`;
    case 'moved': {
      const { round, step, due, reason, at } = concern;
      const what = `${chineseRound(round)}：${stepNames[step]}原定${chineseDay(due)}，${reasons[reason]}`;
      return at === undefined ? `${what}，顺延后已无意义，不再发出。` : `${what}，改在${chineseInstant(at)}发出。`;
    }
    case 'lateSigning':
      return `${chineseRound(concern.round)}：督办函拟稿与关闭同在一天，${chineseInstant(concern.closesAt)}关闭，督办函须在此前签发。`;
    case 'overlap':
      return `${chineseRound(concern.round)}：${chineseInstant(concern.closesAt)}才关闭，晚于下一次的开启时间${chineseInstant(concern.nextOpensAt)}，请调整静默期或节奏。`;
    case 'noPost':
      return `${concern.parties.join('、')}${withoutPost[concern.post]}。`;
  }
}
