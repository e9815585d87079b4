import type { Standing } from '../standing.js';
import type { Category } from './category.js';
import type { TaskReport } from './roll-up-input.js';

/** How a task's report came in: 按期, 逾期补报, 未报, 免报, or it was not asked this round. */
export type Arrival = 'inTime' | 'late' | 'missed' | 'excused' | 'notAsked';

const arrivals: Readonly<Record<Standing, Arrival>> = {
  idle: 'notAsked',
  asked: 'missed',
  answered: 'inTime',
  overdue: 'missed',
  escalated: 'missed',
  late: 'late',
  returned: 'inTime',
  missed: 'missed',
  excused: 'excused',
  accepted: 'notAsked',
  withdrawn: 'notAsked',
};

/** Late is late for ever: the mark goes before a standing that a return or an acceptance has changed since. */
export function arrivalOf({ standing, mark }: TaskReport): Arrival {
  const marked = standing !== 'missed' && standing !== 'excused' && mark !== undefined;
  return arrivals[marked ? mark : standing];
}

/** What the task is counted as: 核定 if the coordinator gave one, else 自评; never a word of an earlier round. */
export function categoryOf({ standing, rating, answer }: TaskReport, arrival: Arrival): Category {
  if (arrival === 'excused') return 'excused';
  if (arrival === 'missed') return 'missing';
  if (arrival === 'notAsked') return standing === 'accepted' ? (rating ?? 'done') : 'unasked';
  return rating ?? answer?.content.rating ?? 'unread';
}
