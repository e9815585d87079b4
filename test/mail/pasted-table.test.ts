import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readAnswers } from '../../mail/answer/read-answers.js';

const asked = [17, 18, 20].map((number) => ({ number, title: `第${number}项`, targets: [] }));
const read = (text: string) => readAnswers(text, asked, '2026-11-26T10:00:00+08:00');
const told = (text: string) => read(text).answers.map(({ task, content }) => [task, content.rating ?? (content.unchanged === true ? 'unchanged' : null), content.progress ?? '']); // prettier-ignore

describe('a table pasted into the body', () => {
  const rows = [[17, 'onTrack', '已走访30家'], [18, 'unchanged', ''], [20, 'separate', '']]; // prettier-ignore
  it.each([
    ['by tabs', '序号\t自评\t进展\n17\t序时推进\t已走访30家\n18\t无变化\t\n20\t另行报送'],
    ['by bars', '| 序号 | 自评 | 进展 |\n| 17 | 序时推进 | 已走访30家 |\n| 18 | 无变化 | |\n| 20 | 另行报送 |'],
    [
      'with its numbers in another column',
      '自评\t任务\t进展\n序时推进\t任务17\t已走访30家\n无变化\t18\t\n另行报送\t20\t',
    ],
  ])('%s is read row by row', (_how, text) => {
    expect(told(text)).toEqual(rows);
    expect(read(text).unplaced).toEqual([]);
  });

  it('says in a cell 同上 for the cell above', () => {
    expect(told('17\t序时推进\t已走访\n18\t同上\t已开会')).toEqual([[17, 'onTrack', '序时推进；已走访'], [18, 'onTrack', '序时推进；已开会']]); // prettier-ignore
  });

  it('of other numbers is left as it is', () => {
    expect(read('工作表\n1\t走访\n2\t开会').answers).toEqual([]);
  });
});

describe('同上', () => {
  it('means the section above', () => {
    expect(told('任务17：无变化\n任务18：同上。')).toEqual([[17, 'unchanged', ''], [18, 'unchanged', '']]); // prettier-ignore
  });

  it('above which nothing stands is kept as said', () => {
    expect(told('任务17：同上')).toEqual([[17, null, '同上']]);
  });
});

describe('any reply', () => {
  const pieces = fc.constantFrom('任务17：', '17.', '18、', '【20】', '同上', '无变化', '\t', ' | ', '\n', '序号', '自评', '序时推进', '申请延期至12月5日', '累计30家', '另行报送', '。', '17', 'x'); // prettier-ignore
  it('answers only asked tasks, each once', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (words) => {
        const tasks = read(words.join('')).answers.map(({ task }) => task);
        expect(tasks.filter((task) => ![17, 18, 20].includes(task))).toEqual([]);
        expect(new Set(tasks).size).toBe(tasks.length);
      }),
      { numRuns: 500 },
    );
  });
});
