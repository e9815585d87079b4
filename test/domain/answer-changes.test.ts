import { describe, expect, it } from '@jest/globals';
import type { AnswerContent } from '../../domain/answer.js';
import { answerChanges } from '../../domain/answer-changes.js';

const targets = [{ unit: '批次' }, { unit: '家' }];
const first: AnswerContent = {
  rating: 'behind',
  figures: [{ target: 0, value: 1100 }],
  progress: '已抽查三批。',
  cause: '检测机构不足。',
  files: [{ name: '旧.pdf', hash: 'a', bytes: 1 }],
};

describe('a later version', () => {
  it.each<[string, Partial<AnswerContent>, readonly string[]]>([
    ['nothing', {}, []],
    ['the rating', { rating: 'onTrack' }, ['自评由“进展滞后”改为“序时推进”']],
    ['a figure', { figures: [{ target: 0, value: 1210 }] }, ['累计由1100批次改为1210批次']],
    ['a confirmation only', { figures: [{ target: 0, value: 1100, confirmed: true }] }, []],
    ['a new figure', { figures: [...first.figures, { target: 1, value: 3 }] }, ['新填累计3家']],
    ['a figure less', { figures: [] }, ['删去累计（原为1100批次）']],
    ['words', { progress: '已抽查四批。', help: '请协调。' }, ['改写本期进展', '新填需协调事项']],
    ['a day', { nextBy: '2026-06-30' }, ['新填措施时限2026-06-30']],
    ['no change at all', { unchanged: true }, ['改报无变化']],
    ['files', { files: [{ name: '新.pdf', hash: 'b', bytes: 1 }] }, ['新附新.pdf', '去掉附件旧.pdf']],
  ])('that changes %s says so', (_what, change, said) => {
    expect(answerChanges(first, { ...first, ...change }, targets)).toEqual(said);
  });

  it('that leaves words out says so', () => {
    const { cause: _left, ...rest } = first;
    expect(answerChanges(first, rest, targets)).toEqual(['删去滞后原因']);
  });
});
