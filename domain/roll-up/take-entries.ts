import type { AnswerContent } from '../answer.js';
import { pace } from '../pace.js';
import type { Party, Task } from '../register.js';
import { isBehind, type Entry, type Indicator } from './entry.js';
import { factOf, type TaskFact } from './facts.js';
import { arrivalOf, categoryOf, type Arrival } from './judge-report.js';
import { saysNothing } from './plain-words.js';
import type { AccountedAnswer, RollUpInput, TaskReport } from './roll-up-input.js';

/** Every task of the register that was not withdrawn, judged, in the register's order. */
export function takeEntries(input: RollUpInput): readonly Entry[] {
  return input.reports
    .filter(({ standing }) => standing !== 'withdrawn')
    .toSorted((one, other) => one.task.number - other.task.number)
    .map((report) => takeEntry(report, input));
}

function takeEntry(report: TaskReport, input: RollUpInput): Entry {
  const { task } = report;
  const before = factOf(input.previous?.facts, task.number);
  const arrival = arrivalOf(report);
  const category = categoryOf(report, arrival);
  const answer = arrival === 'inTime' || arrival === 'late' ? report.answer && spoken(report.answer) : undefined;
  return {
    task,
    lead: leadOf(task, input.parties),
    report,
    ...(answer === undefined ? {} : { answer }),
    arrival,
    category,
    indicators: indicatorsOf(task, answer, input, before),
    behindRounds: behindRounds(isBehind({ category }), arrival, before),
    missedRounds: arrival === 'missed' ? missedRounds(task, input, before) + 1 : 0,
    doubtful: [...input.escalation.withheld, ...input.escalation.unfounded].includes(task.number),
  };
}

/** Words that say nothing (“无”“暂无”) are no words. */
function spoken(answer: AccountedAnswer): AccountedAnswer {
  const { figures } = answer.content;
  const said: Partial<AnswerContent> = Object.fromEntries(
    Object.entries(answer.content).filter(([, value]) => typeof value !== 'string' || !saysNothing(value)),
  );
  return { ...answer, content: { ...said, figures } };
}

function leadOf({ number, lead }: Task, parties: readonly Party[]): Party {
  const party = parties.find(({ code }) => code === lead);
  if (party === undefined) {
    throw new Error(`任务${number}的牵头单位“${lead}”不在单位名单中；应为台账 parties 所列代码，请核对台账。`);
  }
  return party;
}

function indicatorsOf(
  task: Task,
  answer: AccountedAnswer | undefined,
  { year, round }: RollUpInput,
  before: TaskFact | undefined,
): readonly Indicator[] {
  const completedOn = answer?.content.completedOn;
  return task.targets.map((target, index) => {
    const value = answer?.content.figures.find((figure) => figure.target === index)?.value;
    const figure = value === undefined ? {} : { value };
    const reading = {
      target,
      year,
      cutoff: round.cutoff,
      earlier: (before?.figures ?? []).filter((earlier) => earlier.target === index),
      ...figure,
      ...(completedOn === undefined ? {} : { completedOn }),
    };
    return { target, index, ...figure, pace: pace(reading) };
  });
}

/** Silence neither adds to nor ends a task's rounds behind. */
function behindRounds(behind: boolean, arrival: Arrival, before: TaskFact | undefined): number {
  if (behind) return (before?.behindRounds ?? 0) + 1;
  return arrival === 'missed' || arrival === 'excused' ? (before?.behindRounds ?? 0) : 0;
}

function missedRounds(task: Task, { missedBefore }: RollUpInput, before: TaskFact | undefined): number {
  return missedBefore.includes(task.number) ? Math.max(1, before?.missedRounds ?? 0) : 0;
}
