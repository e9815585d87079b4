import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { AnswerContent } from '../../domain/answer.js';
import type { Target } from '../../domain/register.js';
import type { AskedTask } from '../../mail/answer/asked-task.js';
import { readAnswers } from '../../mail/answer/read-answers.js';
import { leastTime } from '../processor-time.js';

const received = '2026-04-20T10:00:00+08:00';

function target(value: number, unit: string, kind: Target['kind'] = 'cumulative'): Target {
  return { value, unit, kind, by: '12-31' };
}

function task(number: number, targets: readonly Target[] = [target(1500, '批次')], last?: number): AskedTask {
  return {
    number,
    title: `任务名${number}`,
    targets,
    ...(last === undefined ? {} : { lastFigures: [{ target: 0, value: last }] }),
  };
}

function han(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '');
}

function one(text: string, asked: AskedTask = task(17)) {
  const read = readAnswers(text, [asked], received);
  return {
    ...read,
    content: read.answers[0]?.content,
    questions: read.answers[0]?.questions.map((question) => question.text) ?? [],
  };
}

const figure = (value: number, index = 0): { target: number; value: number }[] => [{ target: index, value }];

describe('one task asked', () => {
  it('a figure no target asks for stays in the progress', () => {
    expect(one('累计：120。自评：序时推进', task(20, [])).content?.progress).toContain('120');
    expect(one('累计完成120批次', task(20, [])).content?.progress).toContain('120');
  });

  it('plain text is its answer', () => {
    const { answers, unplaced } = readAnswers('本期开展了专项检查，约谈企业若干。\n序时推进。', [task(17)], received);
    expect(answers).toEqual([
      {
        task: 17,
        content: { rating: 'onTrack', figures: [], progress: '本期开展了专项检查，约谈企业若干。\n序时推进。' },
        questions: [],
      },
    ]);
    expect(unplaced).toEqual([]);
  });

  it('every labelled field is read', () => {
    const text =
      '状态：已完成；累计：1210 批次；进展：全部抽检完毕。\n需协调：请省财政厅支持经费；下步：召开现场会（6月底前）\n佐证/文号：辽质发〔2026〕12号；完成日期：4月15日；典型经验：一企一策。\n填报人：张三；审签：李四';
    expect(one(text).content).toEqual({
      rating: 'done', figures: figure(1210), progress: '全部抽检完毕。', help: '请省财政厅支持经费', nextSteps: '召开现场会（6月底前）', nextBy: '2026-06-30',
      evidence: '辽质发〔2026〕12号', completedOn: '2026-04-15', experience: '一企一策。', filledBy: '张三', signedOffBy: '李四',
    }); // prettier-ignore
    expect(one(text).questions).toEqual([]);
  });

  it('a courtesy around it is no answer', () => {
    expect(one('质强办：\n您好！\n现将有关情况报送如下：\n序时推进，累计1210批次').content).toEqual({
      rating: 'onTrack',
      figures: figure(1210),
    });
  });

  it.each<[string, Partial<AnswerContent>]>([
    ['无变化', { unchanged: true }],
    ['本期无新进展，累计60批次', { unchanged: true, figures: figure(60) }],
    ['与上期一致', { unchanged: true }],
    ['另行报送', { rating: 'separate' }],
    ['申请调整目标', { rating: 'adjust' }],
    ['长期推进', { rating: 'longTerm' }],
    ['尚未启动', { rating: 'notStarted' }],
    ['未启动', { rating: 'notStarted' }],
    ['正常推进', { rating: 'onTrack' }],
    ['该项工作已完成', { rating: 'done' }],
    ['目前进展滞后，主要因设备未到货', { rating: 'behind', cause: '主要因设备未到货' }],
    ['滞后。原因：经费未到位', { rating: 'behind', cause: '经费未到位' }],
  ])('%s', (text, content) => {
    expect(one(text).content).toMatchObject(content);
  });

  it.each(['已完成抽检120家企业', '部分企业尚未启动整改', '未滞后', '力争年底前全部完成验收', '不存在进展滞后的情况'])(
    '%s rates nothing',
    (text) => {
      expect(one(text).content?.rating).toBeUndefined();
    },
  );
});

describe('figures', () => {
  it.each<[string, number]>([
    ['累计1210批次', 1210],
    ['累计抽检1,210批次', 1210],
    ['累计１２１０批次', 1210],
    ['累计完成1.21万批次', 12100],
    ['本年累计3.5 万 批次', 35000],
    ['1210批次', 1210],
    ['累计：1210', 1210],
    ['累计：1，210 批次（上期900，本期+310）', 1210],
    ['本期完成310批次，累计1210批次', 1210],
    ['年度目标1500批次，已完成1210批次', 1210],
    ['按计划完成1210批次', 1210],
    ['序时推进，累计1210批次，其中不合格30批次', 1210],
    ['上期累计900批次，本期累计1210批次', 1210],
  ])('%s', (text, value) => {
    const read = one(text, task(17, [target(100_000, '批次')]));
    expect(read).toMatchObject({ content: { figures: figure(value) } });
    expect(read.questions).toEqual([]);
  });

  it.each([
    ['累计约1200批次', '填“约1200批次”，请报准确数'],
    ['累计：约六千', '累计数填“约六千”，请报准确数'],
    ['累计约六千批次', '填“约六千批次”，请报准确数'],
    ['累计完成1200余批次', '填“1200余批次”，请报准确数'],
    ['累计1200批次左右', '填“1200批次左右”，请报准确数'],
    ['累计1200批次。截至4月，共计1210批次', '累计数有“1200批次”、“1210批次”几种说法，请明确以哪个为准'],
    ['本期抽检310批次', '只见本期数“310批次”，请报本年累计数'],
    ['累计：30家', '累计数填“30家”，单位与台账不符，请核对'],
  ])('%s is asked', (text, question) => {
    expect(one(text).content?.figures).toEqual([]);
    expect(one(text).questions).toContain(question);
  });

  it('a figure below the last is kept and asked', () => {
    const read = one('序时推进，累计880批次', task(17, [target(1500, '批次')], 900));
    expect(read.content?.figures).toEqual(figure(880));
    expect(read.questions).toEqual(['累计880批次，小于上期900批次，请核对单位和口径']);
  });

  it.each([
    ['序时推进，累计2800批次', 900, '累计2800批次，超过上期900批次的3倍，累计2800批次，超过年度目标1500批次，完成率超过100%，请核对单位和口径'],
    ['序时推进，累计1600批次', 900, '累计1600批次，超过年度目标1500批次，完成率超过100%，请核对单位和口径'],
  ])('%s is kept and asked as the form asks', (text, last, question) => {
    const read = one(text, task(17, [target(1500, '批次')], last));
    expect(read.content?.figures).toHaveLength(1);
    expect(read.questions).toEqual([question]);
  }); // prettier-ignore

  it('a stock may fall', () => {
    expect(one('序时推进，累计880家', task(17, [target(1500, '家', 'stock')], 900)).questions).toEqual([]);
  });

  it('each of several targets has its unit', () => {
    const targets = [target(30, '家'), target(95, '%', 'ratio'), target(20, '台（套）')];
    const read = one('累计培育12家，合格率达到92.5％，累计完成8台套。', task(1, targets));
    expect(read.content?.figures).toEqual([
      { target: 0, value: 12 },
      { target: 1, value: 92.5 },
      { target: 2, value: 8 },
    ]);
  });

  it('two targets of one unit are asked apart', () => {
    const read = one('累计12家', task(1, [target(30, '家'), target(50, '家')]));
    expect(read.content?.figures).toEqual([]);
    expect(read.questions[0]).toMatch(/未说明是哪一项指标/);
  });

  it.each(['累计用时3个月', '累计培训30人次', '对3家企业开展帮扶，序时推进'])('%s is no figure', (text) => {
    expect(one(text, task(1, [target(30, '个'), target(9, '人'), target(8, '家')])).content?.figures).toEqual([]);
  });
});

describe('questions', () => {
  it.each([
    ['已完成', '自评“已完成”，未附完成日期和佐证文号，请补充'],
    ['已完成。完成日期：4月1日', '自评“已完成”，未附佐证文号，请补充'],
    ['进展滞后', '自评“进展滞后”，未写明原因，请补充原因和预计赶上时间'],
    ['开展了培训', '未注明自评，请注明已完成、序时推进、进展滞后等状态'],
  ])('%s', (text, question) => {
    expect(one(text).questions).toEqual([question]);
  });

  it('two ratings are asked and neither is taken', () => {
    const read = one('序时推进，进展滞后');
    expect(read.content?.rating).toBeUndefined();
    expect(read.questions[0]).toMatch(/序时推进.*进展滞后/);
  });

  it('a rating of no known word is asked and kept', () => {
    const read = one('状态：快好了；进展：开会');
    expect(read.content?.progress).toBe('快好了\n开会');
    expect(read.questions[0]).toMatch(/^自评填“快好了”/);
  });

  it('what a field cannot hold stays in the progress', () => {
    const read = one('状态：序时推进，已开会；累计：1210批次（不合格30批次）；下步：整改；时限：尽快；完成日期：春天');
    expect(read.content).toMatchObject({ rating: 'onTrack', figures: figure(1210), nextSteps: '整改，时限：尽快' });
    expect(read.content?.progress).toBe('序时推进，已开会\n累计：1210批次（不合格30批次）');
    expect(read.questions).toEqual(['完成日期填“春天”，请写明年月日']);
  });

  it('done in prose brings its own proof', () => {
    const read = one('已完成。于4月15日完成验收，印发辽质发〔2026〕12号');
    expect(read.content).toMatchObject({ rating: 'done', completedOn: '2026-04-15', evidence: '辽质发〔2026〕12号' });
    expect(read.questions).toEqual([]);
  });

  it('a date without a year lies behind or ahead of the mail', () => {
    const asked = [task(1)];
    const january = readAnswers(
      '已完成；完成日期：12月30日；下步：总结；时限：1月31日',
      asked,
      '2027-01-05T09:00:00+08:00',
    );
    expect(january.answers[0]?.content).toMatchObject({ completedOn: '2026-12-30', nextBy: '2027-01-31' });
    expect(readAnswers('已完成；完成日期：2月30日', asked, received).answers[0]?.content.completedOn).toBeUndefined();
  });
});

describe('several tasks asked', () => {
  const asked = [task(17), task(18, [target(60, '个')]), task(21, [target(9, '家')])];

  it.each([
    ['任务N', '任务17：序时推进，累计1210批次\n任务18：无变化\n任务21：尚未启动'],
    ['任务N in one line', '任务17：序时推进，累计1210批次；任务18：无变化；任务21：尚未启动'],
    ['一、任务N', '一、任务17：序时推进，累计1210批次\n（二）任务18：无变化\n三．任务21：尚未启动'],
    ['N、', '17、序时推进，累计1210批次\n18、无变化\n21、尚未启动'],
    ['N.', '17．序时推进，累计1210批次\n18. 无变化\n21.尚未启动'],
    ['【N】', '【17】序时推进，累计1210批次\n【18】无变化\n【21】尚未启动'],
    ['（N）', '（17）序时推进，累计1210批次\n（18）无变化\n（21）尚未启动'],
    ['full-width digits', '任务１７：序时推进，累计1210批次\n任务１８：无变化\n任务２１：尚未启动'],
    ['titles', '任务17 任务名17：序时推进，累计1210批次\n任务18 任务名18：无变化\n任务21 任务名21：尚未启动'],
  ])('sections by %s', (_name, text) => {
    const read = readAnswers(text, asked, received);
    expect(read.answers.map((answer) => [answer.task, answer.content.rating, answer.content.unchanged])).toEqual([
      [17, 'onTrack', undefined],
      [18, undefined, true],
      [21, 'notStarted', undefined],
    ]);
    expect(read.answers[0]?.content.figures).toEqual(figure(1210));
    expect(read.unplaced).toEqual([]);
  });

  it.each(['任务17、18：无变化', '任务17和任务18：无变化', '任务17-18：无变化'])('%s answers two', (text) => {
    expect(readAnswers(text, asked, received).answers.map((answer) => [answer.task, answer.content.unchanged])).toEqual(
      [
        [17, true],
        [18, true],
      ],
    );
  });

  it('各项均无变化 answers all', () => {
    expect(readAnswers('您好！\n各项任务均无变化。', asked, received).answers.map((answer) => answer.task)).toEqual([
      17, 18, 21,
    ]);
  });

  it('a bare 无变化 is nobody’s', () => {
    expect(readAnswers('无变化', asked, received)).toEqual({ answers: [], unplaced: ['无变化'] });
  });

  it('a list within a section heads no section', () => {
    const read = readAnswers('任务17：序时推进\n1.开会\n2.发文\n18.5%的企业参加', asked, received);
    expect(read.answers).toHaveLength(1);
    expect(read.answers[0]?.content.progress).toContain('2.发文');
  });

  it('a list in plain numbering stays with its task', () => {
    const read = readAnswers('17、序时推进\n1、开会\n2、发文\n18、无变化', [task(1), task(2), ...asked], received);
    expect(read.answers.map((answer) => answer.task)).toEqual([17, 18]);
  });

  it('a task not asked is unplaced with its text', () => {
    const read = readAnswers('任务17：无变化\n任务99：已完成', asked, received);
    expect(read.answers.map((answer) => answer.task)).toEqual([17]);
    expect(read.unplaced).toEqual(['任务99：已完成']);
  });

  it('text before the sections is unplaced, courtesies are not', () => {
    const read = readAnswers('质强办：\n另请更正我单位名称。\n任务17：无变化', asked, received);
    expect(read.unplaced).toEqual(['另请更正我单位名称。']);
  });

  it('who filled in at the end did so for all', () => {
    const read = readAnswers('任务17：无变化\n任务18：无变化\n填报人：张三 审签人：李四', asked, received);
    expect(read.answers.map((answer) => [answer.content.filledBy, answer.content.signedOffBy])).toEqual([
      ['张三', '李四'],
      ['张三', '李四'],
    ]);
  });

  it('later words on a task correct earlier ones', () => {
    const read = readAnswers('任务17：累计900批次\n任务17：序时推进，累计1210批次', asked, received);
    expect(read.answers).toHaveLength(1);
    expect(read.answers[0]?.content).toMatchObject({ rating: 'onTrack', figures: figure(1210) });
  });
});

describe('requests', () => {
  it('more time for all tasks', () => {
    const read = readAnswers('申请延期至5月6日，数据未出。', [task(17), task(18)], received);
    expect(read).toEqual({
      answers: [],
      unplaced: [],
      extension: [{ tasks: [17, 18], until: '2026-05-06', reason: '数据未出' }],
    });
  });

  it('more time for one task', () => {
    const read = readAnswers(
      '任务17：申请延期至5月6日，事由：统计数据未出\n任务18：无变化',
      [task(17), task(18)],
      received,
    );
    expect(read.extension).toEqual([{ tasks: [17], until: '2026-05-06', reason: '统计数据未出' }]);
    expect(read.answers.map((answer) => answer.task)).toEqual([18]);
  });

  it('more time without a date', () => {
    expect(one('因人员变动，申请延期报送。')).toMatchObject({
      answers: [],
      extension: [{ tasks: [17], reason: '因人员变动' }],
    });
  });

  it('a hand-over is taken out whole', () => {
    const read = readAnswers(
      '任务17：无变化\n联络员变更：王五、主任科员、024-86890002、w@gxt.cn',
      [task(17), task(18)],
      received,
    );
    expect(read.contactChange).toBe('王五、主任科员、024-86890002、w@gxt.cn');
    expect(read.answers.map((answer) => answer.content)).toEqual([{ figures: [], unchanged: true }]);
  });
});

describe('any text', () => {
  const asked = [task(1, [target(3, '家'), target(9, '%', 'ratio')]), task(2), task(17)];
  const words = fc.constantFrom(
    '任务17：',
    '17、',
    '\n',
    '累计',
    '约',
    '1210',
    '批次',
    '，',
    '；',
    '状态：',
    '已完成',
    '申请延期至',
    '5月6日',
    '【2】',
    '联络员变更：',
    '无变化',
    ' ',
    '一',
    '(',
    '%',
    '1,',
    '：',
    '原因',
  );

  it('is read quickly and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 5000 }),
          fc.array(words, { maxLength: 6000 }).map((list) => list.join('')),
        ),
        async (text) => {
          expect(await leastTime(1_500, () => readAnswers(text, asked, received))).toBeLessThan(1_500);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['newlines', '\n'],
    ['digits', '1'],
    ['thousands', '1,234'],
    ['spaces', ' '],
    ['headings', '任务17：'],
    ['labels', '状态：'],
    ['extensions', '申请延期'],
    ['commas', '，'],
  ])('of nothing but %s is read quickly', async (_name, piece) => {
    const text = piece.repeat(20_000);
    expect(await leastTime(1_500, () => readAnswers(text, asked, received))).toBeLessThan(1_500);
  });

  it('loses no word of an answer in free prose', () => {
    const prose = fc
      .array(fc.constantFrom('召开会议', '印发文件', '约谈企业', '开展培训', '。', '，', '\n', '建立机制'), {
        minLength: 1,
        maxLength: 40,
      })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(prose, (text) => {
        const read = readAnswers(text, [task(17)], received);
        const kept = [read.answers[0]?.content.progress ?? '', ...read.unplaced].join('');
        expect(han(kept)).toBe(han(text));
      }),
    );
  });
});
