import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Habit } from '../../bin/robots/habits.js';
import { chasing, letterKind } from '../../bin/robots/letter-kind.js';
import { answersAt } from '../../bin/robots/reaction.js';

const opensAt = Date.parse('2026-11-23T10:00:00Z');
const round = {
  answerBy: new Date(opensAt + 50_000).toISOString(),
  closesAt: new Date(opensAt + 105_000).toISOString(),
};
const habit = (movedBy: Habit['movedBy'], share = 0.5): Habit => ({
  movedBy,
  share,
  saysReceived: false,
  inTwoParts: false,
  fromColleague: false,
  quotes: 'qq',
});

describe('when a department answers', () => {
  it.each([
    ['opening', 'opening', true],
    ['opening', 'reminder', true],
    ['reminder', 'opening', false],
    ['overdue', 'reminder', false],
    ['overdue', 'overdue', true],
    ['escalation', 'second-overdue', false],
    ['escalation', 'escalation', true],
    ['nothing', 'escalation', false],
    ['nothing', 'return', true],
  ] as const)('moved by %s, it answers the %s: %s', (movedBy, kind, answers) => {
    expect(answersAt({ kind, at: opensAt }, habit(movedBy), round) !== undefined).toBe(answers);
  });

  it('is before answerBy for those in time, and before closing for all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...chasing),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.integer({ min: 0, max: 90_000 }),
        (kind, share, afterMs) => {
          const at = opensAt + afterMs;
          const then = answersAt({ kind, at }, habit('opening', share), round) ?? 0;
          expect(then).toBeGreaterThanOrEqual(at);
          const isInTime = kind === 'opening' || kind === 'reminder';
          expect(then).toBeLessThanOrEqual(Math.max(at, Date.parse(isInTime ? round.answerBy : round.closesAt)));
        },
      ),
    );
  });
});

describe('what a letter wants', () => {
  it.each([
    ['【辽宁省质量提升行动】2026年第1次双月调度：请于11月24日前报送（3项）〔abc〕', 'opening'],
    ['【工作提示】第1次双月调度将于11月24日17:00截止（尚余3项）', 'reminder'],
    ['【催办】第1次双月调度3项任务逾期未报，请于11月24日前补报', 'overdue'],
    ['【再次催办】第1次双月调度3项任务逾期未报，请于11月24日前补报', 'second-overdue'],
    ['关于商请协调报送辽宁省质量提升行动有关任务进展情况的函', 'escalation'],
    ['【请补正】第1次双月调度1项需补充，请于11月24日前反馈', 'return'],
    ['【回执】已收到第1次双月调度报送：认可3项', undefined],
    ['【办结告知】辽宁省质量提升行动第1次双月调度3项任务已收到报送', undefined],
    ['【质量提升行动简报】第1期：106项任务整体序时推进', undefined],
  ])('%s', (subject, kind) => {
    expect(letterKind(subject)).toBe(kind);
  });
});
