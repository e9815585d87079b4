import type { CalendarCadence, RoundPlan } from './cadence.js';
import { chineseInstant, chineseRound } from './chinese-date.js';
import { contactWarnings } from './contact-warnings.js';
import { moveWarnings } from './move-warnings.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { Register } from './register.js';
import { isYearKnown } from './workdays.js';
import { dateIn, msOf } from './zone-time.js';

export interface PlanToCheck extends OfficeCalendar {
  readonly plans: readonly RoundPlan[];
  readonly register?: Register;
}

/** What a coordinator should know before a plan is followed, one Chinese sentence each. */
export function planWarnings(check: PlanToCheck): readonly string[] {
  const { plans, register, cadence } = check;
  return [
    ...provisionalWarnings(check),
    ...(cadence.kind === 'calendar' ? plans.flatMap((plan) => roundWarnings(plan, { ...check, cadence })) : []),
    ...overlapWarnings(plans),
    ...(register === undefined ? [] : contactWarnings(register)),
  ];
}

function provisionalWarnings({ plans, holidays }: PlanToCheck): readonly string[] {
  const provisional = plans.filter((plan) => plan.provisional);
  const years = provisional.flatMap((plan) => [plan.opensAt, plan.closesAt].map((at) => Number(at.slice(0, 4))));
  const unknown = [...new Set(years)].filter((year) => !isYearKnown(year, holidays));
  return unknown.map(
    (year) =>
      `${year}年节假日安排尚未录入，日期按周末和法定假日（1月1日、5月1日至2日、10月1日至3日）推算，均为暂定；录入后，尚未开启的调度期将重新排定。`,
  );
}

function roundWarnings(plan: RoundPlan, calendar: OfficeCalendar<CalendarCadence>): readonly string[] {
  return [...moveWarnings(plan, calendar), ...closingWarnings(plan, calendar)];
}

function closingWarnings({ round, ladder, closesAt }: RoundPlan, { zone }: OfficeCalendar): readonly string[] {
  const escalation = ladder.find(({ kind }) => kind === 'escalation');
  if (escalation === undefined || dateIn(zone, escalation.at) !== dateIn(zone, closesAt)) return [];
  return [`${chineseRound(round)}：督办函拟稿与关闭同在一天，${chineseInstant(closesAt)}关闭，督办函须在此前签发。`];
}

function overlapWarnings(plans: readonly RoundPlan[]): readonly string[] {
  return plans.flatMap((plan, index) => {
    const next = plans[index + 1];
    if (next === undefined || msOf(plan.closesAt) <= msOf(next.opensAt)) return [];
    return [
      `${chineseRound(plan.round)}：${chineseInstant(plan.closesAt)}才关闭，晚于下一次的开启时间${chineseInstant(next.opensAt)}，请调整静默期或节奏。`,
    ];
  });
}
