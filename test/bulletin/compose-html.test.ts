import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeHtml } from '../../bulletin/compose-html.js';
import { rollUp } from '../../domain/roll-up.js';
import { register, sampleInput, sampleModel } from './sample.js';

const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map((match) => match[1] ?? '');
const wordsOf = (page: string) =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, '');

describe('the bulletin’s page', () => {
  const model = sampleModel();
  let page = '';
  beforeAll(async () => {
    page = await composeHtml(model);
  });

  it('bears its name, issue, issuer and date', () => {
    expect(wordsOf(page)).toContain('质量提升行动简报第5期（总第5期）省质量强省工作领导小组办公室2026年10月28日');
  });

  it('numbers the sections that are there', () => {
    const headings = all(page, /<h2>([^<]*)<\/h2>/g);
    expect(headings.slice(0, 3)).toEqual(['一、总体情况', '二、提请协调解决的事项', '三、滞后和未启动任务']);
    expect(headings.at(-1)).toBe('附表');
  });

  it('lists every task of the register', () => {
    const words = wordsOf(page);
    expect(register.tasks.filter(({ title }) => !words.includes(title))).toEqual([]);
  });

  it('leads every figure to an answer that it lists', () => {
    const listed = new Set(all(page, /id="source-(\d+-\d+)"/g));
    const cited = all(page, /data-sources="([^"]*)"/g).flatMap((list) => list.split(' ').filter(Boolean));
    const links = all(page, /href="#source-(\d+-\d+)"/g);
    expect(listed.size).toBe(model.answers.length);
    expect(cited.length).toBeGreaterThan(500);
    expect([...cited.map((source) => source.replace(':', '-')), ...links].filter((one) => !listed.has(one))).toEqual(
      [],
    );
  });

  it('tells in words where a figure comes from', () => {
    expect(page).toMatch(/data-sources="22:1" title="任务22 第1版"\s*>46557批次/);
    expect(page).toContain('title="任务36、41、48、71、83无报送"');
  });

  it('fetches nothing', () => {
    expect(page).not.toMatch(/(src|href)="(?!#)|url\(|@import|<script|https?:/);
  });

  it('has every id once', () => {
    const ids = all(page, / id="([^"]*)"/g);
    expect(ids.length).toBe(new Set(ids).size);
  });

  it('says every light in a word', () => {
    const lights = all(page, /<span class="light \w+">([\s\S]*?)<\/span/g).map(wordsOf);
    expect(lights.length).toBeGreaterThan(50);
    expect(lights.filter((word) => !/绿灯|黄灯|红灯|不计序时|未报|序时进度/.test(word))).toEqual([]);
  });

  it('prints no empty value', () => {
    expect(wordsOf(page)).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
  });

  it('closes every tag it opens', () => {
    for (const tag of ['table', 'tr', 'td', 'p', 'section', 'figure', 'svg', 'data', 'a', 'div', 'span', 'details']) {
      const opened = all(page, new RegExp(`<(${tag})[\\s>]`, 'g')).length;
      expect(`${tag} ${all(page, new RegExp(`</(${tag})\\s*>`, 'g')).length}`).toBe(`${tag} ${opened}`);
    }
  });

  it('comes out the same each time', async () => {
    expect(await composeHtml(sampleModel())).toBe(page);
  });
});

describe('a page with something particular', () => {
  it('says that it is a draft until it is approved', async () => {
    expect(wordsOf(await composeHtml(sampleModel(), { draft: true }))).toContain('草稿，未经签发');
    expect(wordsOf(await composeHtml(sampleModel()))).not.toContain('草稿');
  });

  it('says who signed it, and only what is known', async () => {
    const words = wordsOf(await composeHtml(sampleModel(), { signers: { signer: '质强办值班员' } }));
    expect(words).toContain('签发：质强办值班员');
    expect(words).not.toContain('审核：');
  });

  it('shows what a party wrote as text, never as markup', async () => {
    const input = sampleInput(5);
    const reports = input.reports.map((report) =>
      report.answer === undefined || report.task.number !== 3
        ? report
        : {
            ...report,
            answer: {
              ...report.answer,
              content: { ...report.answer.content, help: '<img src=x onerror=alert(1)>"协调' },
            },
          },
    );
    const page = await composeHtml(rollUp({ ...input, reports }));
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;协调');
  });

  it('prints what it corrects', async () => {
    const line = { issue: 5, place: '提要', before: '33项', after: '34项', reason: '来源单位更正' };
    const words = wordsOf(await composeHtml({ ...sampleModel(), corrections: [line] }));
    expect(words).toContain('更正第5期提要：“33项”应为“34项”，原因：来源单位更正。');
  });
});
