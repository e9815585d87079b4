import type { Status } from '../domain/board.js';
import type { StepKind } from '../domain/cadence.js';
import type { RoundRecord } from './rounds.js';

const stepNames: Readonly<Record<StepKind, string>> = {
  opening: '调度通知',
  reminder: '催报',
  calls: '电话清单',
  overdue: '逾期催办',
  'second-overdue': '再催',
  escalation: '督办函',
};

/** What the rounds that run bring from `now` on, and the next opening; soonest first. */
export function nextSteps(rounds: readonly RoundRecord[], now: string): Status['next'] {
  const running = rounds.filter(({ state }) => state === 'open' || state === 'closing');
  const opening = rounds.find(({ state, opensAt }) => state === 'planned' && isAfter(opensAt, now));
  return [...running.flatMap(stepsOf), ...(opening === undefined ? [] : [openingOf(opening)])]
    .filter(({ at }) => isAfter(at, now))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

type NextStep = Status['next'][number];

function stepsOf({ ladder, answerBy, closesAt }: RoundRecord): readonly NextStep[] {
  return [
    ...ladder.map(({ kind, at }) => ({ at: inUtc(at), what: stepNames[kind] })),
    { at: inUtc(answerBy), what: '报送截止' },
    { at: inUtc(closesAt), what: '调度期关闭' },
  ];
}

function openingOf({ opensAt }: RoundRecord): NextStep {
  return { at: inUtc(opensAt), what: stepNames.opening };
}

function isAfter(at: string, now: string): boolean {
  return Date.parse(at) > Date.parse(now);
}

function inUtc(at: string): string {
  return new Date(at).toISOString();
}
