import { describe, expect, it } from '@jest/globals';
import { forbiddenWords, printable, saysNothing, sentencesOf } from '../../../domain/roll-up/plain-words.js';

describe('forbidden words', () => {
  it.each([
    ['取得显著成效', ['取得显著成效']],
    ['任务基本完成', ['基本完成']],
    ['约30家企业', ['约']],
    ['大约有六千人', ['约']],
    ['约六千人', ['约']],
    ['近百家企业参加', ['近']],
    ['近3000人次', ['近']],
    ['培训500人左右', ['左右']],
    ['质量水平稳步提升', ['稳步提升']],
    ['产值同比增长5%', ['同比']],
    ['满意度位列全国前列', ['位列全国前列']],
  ])('are found in “%s”', (text, words) => expect(forbiddenWords(text)).toEqual(words));

  it.each([
    '约谈生产者5家',
    '公约签订完毕',
    '节约用能3%',
    '最近3年的数据',
    '近3年抽检数据已归集',
    '附近居民',
    '左右岸堤防工程',
    '合格率稳步提升至98.2%',
    '参加企业600家，上年500家，同比增长20%',
    '据《中国质量报告》位列全国前列',
  ])('are not found in “%s”', (text) => expect(forbiddenWords(text)).toEqual([]));
});

describe('a party’s text', () => {
  it('is read in sentences without its line breaks', () => {
    expect(sentencesOf(' 已印发方案；\n  检查 18 家。\n下步  抽检 ')).toEqual([
      '已印发方案。',
      '检查18家。',
      '下步抽检。',
    ]);
  });
  it('keeps the space between Latin words', () => {
    expect(sentencesOf('采用 GB T 9704')).toEqual(['采用GB T 9704。']);
  });
  it('is printed in whole sentences up to the limit', () => {
    expect(printable('已印发方案。已检查18家企业。', 8)).toBe('已印发方案。');
  });
  it('is cut at a comma when the first sentence is too long', () => {
    expect(printable('已印发方案，正在组织检查和抽样工作', 10)).toBe('已印发方案。');
  });
  it('is nothing when no part of it may be printed', () => {
    expect(printable('取得显著成效。', 80)).toBe('');
    expect(printable(undefined, 80)).toBe('');
  });
  it.each(['无', '无。', '暂无', '/', ' — ', '没有', ''])('“%s” says nothing', (text) =>
    expect(saysNothing(text)).toBe(true),
  );
  it.each(['无资金', '暂无资金来源'])('“%s” says something', (text) => expect(saysNothing(text)).toBe(false));
});
