import type { Step } from '../domain/cadence.js';
import { chineseInstant } from '../domain/chinese-date.js';
import { plainWorkdaysBetween } from '../domain/workdays.js';
import type { LifeStep } from '../domain/task-life/life.js';
import { dateIn, instantIn } from '../domain/zone-time.js';
import type { CampaignCalendar } from './campaign-calendar.js';

export const stepNames = {
  opening: '调度通知',
  reminder: '催报',
  calls: '电话清单',
  overdue: '逾期催办',
  'second-overdue': '再次催办',
  escalation: '督办函',
  'return-reminder': '补正提示',
} as const;

/** The steps that a task itself walks, with the words admins read on its timers. */
export function lifeSteps(ladder: readonly Step[], answerBy: string, calendar: CampaignCalendar): readonly LifeStep[] {
  return ladder.flatMap(({ kind, at }) =>
    kind === 'opening' || kind === 'calls'
      ? []
      : [{ kind, at: Date.parse(at), label: stepLabel(kind, at, answerBy, calendar) }],
  );
}

/** “催报：距截止 3 个工作日（4月22日（星期三）09:30）”. */
export function stepLabel(
  kind: keyof typeof stepNames,
  at: string,
  answerBy: string,
  calendar: CampaignCalendar,
): string {
  const when = chineseInstant(instantIn(calendar.zone, at));
  return `${stepNames[kind]}：${distance(at, answerBy, calendar)}（${when}）`;
}

function distance(at: string, answerBy: string, { cadence, zone, holidays }: CampaignCalendar): string {
  const before = Date.parse(at) <= Date.parse(answerBy);
  if (cadence.kind === 'brisk') {
    const seconds = Math.round(Math.abs(Date.parse(answerBy) - Date.parse(at)) / 1000);
    return before ? `距截止 ${seconds} 秒` : `逾期 ${seconds} 秒`;
  }
  const [from, to] = before ? [at, answerBy] : [answerBy, at];
  const days = plainWorkdaysBetween(dateIn(zone, from), dateIn(zone, to), holidays);
  return before ? `距截止 ${days} 个工作日` : `逾期 ${days} 个工作日`;
}

/** Back to the calendar's own shape, to be moved by a pause or an outage. */
export function ladderOf(steps: readonly LifeStep[], zone: string): readonly Step[] {
  return steps.flatMap(({ kind, at }) =>
    kind === 'return-reminder' ? [] : [{ kind, at: instantIn(zone, at), to: [], cc: [] }],
  );
}
