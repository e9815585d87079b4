import { describe, expect, it } from '@jest/globals';
import { rollUp } from '../../../domain/roll-up.js';
import { corrections } from '../../../domain/roll-up/corrections.js';
import { sampleInput } from '../../bulletin/sample.js';

const input = sampleInput(5);
const published = rollUp(input);

function corrected(task: number, value: number, version: number) {
  const reports = input.reports.map((report) => {
    if (report.task.number !== task || report.answer === undefined) return report;
    const content = { ...report.answer.content, figures: [{ target: 0, value }] };
    return { ...report, answer: { ...report.answer, version, content } };
  });
  return rollUp({ ...input, reports, corrects: published });
}

describe('corrections', () => {
  it('of a model with itself are none', () => {
    expect(corrections(published, published)).toEqual([]);
  });

  it('tell what was printed, what is right, and that the party corrected itself', () => {
    expect(corrected(22, 46849, 2).corrections).toContainEqual({
      issue: 5,
      place: '附表任务22“累计/目标”',
      before: '46557/58561批次',
      after: '46849/58561批次',
      reason: '来源单位更正',
    });
  });

  it('with the same answers behind them are our own misreading', () => {
    expect(corrected(22, 46849, 1).corrections[0]?.reason).toBe('录入差错');
  });

  it('name the clauses of the texts that changed, not whole texts', () => {
    const lines = corrected(22, 58561, 2).corrections.filter(({ place }) => place === '提要');
    expect(lines).toEqual([
      {
        issue: 5,
        place: '提要',
        before: '计序时指标44项中25项达到序时',
        after: '计序时指标44项中26项达到序时',
        reason: '来源单位更正',
      },
    ]);
  });
});
