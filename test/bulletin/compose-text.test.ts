import { describe, expect, it } from '@jest/globals';
import { composeText } from '../../bulletin/compose-text.js';
import { plain } from '../../domain/roll-up/prose.js';
import { sampleModel } from './sample.js';

describe('the bulletin as text', () => {
  const model = sampleModel();
  const text = composeText(model);

  it('holds every paragraph', () => {
    const paragraphs = model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph'));
    expect([model.title, model.summary, ...paragraphs].filter(({ spans }) => !text.includes(plain(spans)))).toEqual([]);
  });

  it('holds the three tables with their shares', () => {
    expect(text).toContain('表1　各领域任务进展情况');
    expect(text).toContain('合计｜106｜33（31.1%）');
    expect(text).toMatch(/表3　重点指标进展情况\n指标｜单位｜年度目标/);
  });

  it('has no markup and no empty value', () => {
    expect(text).not.toMatch(/<\w|undefined|null|NaN|[{}]/);
  });

  it('has no two empty lines in a row', () => {
    expect(text).not.toMatch(/\n\n\n/);
  });
});
