import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { BulletinModel } from '../../../domain/roll-up/bulletin-model.js';
import { applyEdits, editableTexts } from '../../../domain/roll-up/edits.js';
import { isTraced, plain } from '../../../domain/roll-up/prose.js';
import { sampleModel } from '../../bulletin/sample.js';

const model = sampleModel();
const summary = plain(model.summary.spans);
const tracedWords = ({ summary: paragraph }: BulletinModel) => paragraph.spans.filter(isTraced).map(({ text }) => text);
const notesAfter = (edited: BulletinModel) => edited.notes.slice(model.notes.length).join('');

const namingText = (agreed: boolean) => editableTexts(applyEdits(model, { naming: agreed }))['reporting-naming'];

describe('edits', () => {
  it('reach every text by its id', () => {
    const ids = Object.keys(editableTexts(model));
    expect(ids).toEqual(
      expect.arrayContaining(['title', 'summary', 'overall-arrivals', 'behind-count', 'area-1-1', 'next-1']),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that change nothing leave the model as it is', () => {
    expect(applyEdits(model, { texts: editableTexts(model) })).toEqual(model);
  });

  it('keep the traces outside the changed stretch', () => {
    const edited = applyEdits(model, { texts: { summary: `${summary}请各单位抓紧推进。` } });
    expect(plain(edited.summary.spans)).toBe(`${summary}请各单位抓紧推进。`);
    expect(tracedWords(edited)).toEqual(tracedWords(model));
    expect(edited.summary.edited).toBe(true);
  });

  it('drop the trace of a figure that was changed, and say so', () => {
    const edited = applyEdits(model, { texts: { summary: summary.replace('已完成33项', '已完成335项') } });
    expect(tracedWords(edited)).toEqual(tracedWords(model).filter((text) => text !== '33'));
    expect(notesAfter(edited)).toContain('段落“summary”经人工改动');
  });

  it('never take 12 for a part of 120', () => {
    const edited = applyEdits(model, {
      texts: { summary: summary.replace('截至2026年10月20日，106项', '截至2026年10月20日，1106项') },
    });
    expect(tracedWords(edited)).toEqual(tracedWords(model).slice(1));
  });

  it('whatever is typed is what is printed', () => {
    const cut = fc.record({
      from: fc.nat(summary.length),
      to: fc.nat(summary.length),
      words: fc.string({ maxLength: 12 }),
    });
    fc.assert(
      fc.property(cut, ({ from, to, words }) => {
        const text = `x${summary.slice(0, Math.min(from, to))}${words}${summary.slice(Math.max(from, to))}`;
        expect(plain(applyEdits(model, { texts: { summary: text } }).summary.spans)).toBe(text.trim());
      }),
    );
  });

  it('remove a paragraph, and a section with its last one', () => {
    const none = Object.fromEntries(['next-1', 'next-2', 'next-3'].map((id) => [id, '']));
    expect(applyEdits(model, { texts: none }).sections.map(({ id }) => id)).not.toContain('next');
  });

  it('of several lines make as many paragraphs', () => {
    const next = (edited: BulletinModel) => edited.sections.find(({ id }) => id === 'next')?.blocks.map(({ id }) => id);
    const once = applyEdits(model, { texts: { 'next-1': '甲\n\n乙' } });
    expect(next(once)).toEqual(['next-1', 'next-1/2', 'next-2', 'next-3']);
    const again = applyEdits(once, { texts: { 'next-1': '甲\n丙', 'next-1/2': '' } });
    expect(next(again)).toEqual(['next-1', 'next-1/3', 'next-2', 'next-3']);
    expect(editableTexts(again)['next-1/3']).toBe('丙');
  });

  it('keep the traces between two changes', () => {
    const changed = summary.replace('截至', '到').replace('事项3项。', '事项3项，请审。');
    const edited = applyEdits(model, { texts: { summary: changed } });
    expect(tracedWords(edited)).toEqual(tracedWords(model));
  });

  it('that swap two figures keep neither’s trace', () => {
    const changed = summary.replace('进展滞后7项、尚未启动1项', '尚未启动7项、进展滞后1项');
    expect(tracedWords(applyEdits(model, { texts: { summary: changed } }))).toEqual(
      tracedWords(model).filter((text) => text !== '7' && text !== '1'),
    );
  });

  it('warn of forbidden words', () => {
    expect(notesAfter(applyEdits(model, { texts: { title: '质量工作取得显著成效' } }))).toContain(
      '禁用语“取得显著成效”',
    );
  });

  it('decide whether the silent are named', () => {
    expect(namingText(true)).toContain('省通信管理局');
    expect(namingText(false)).toMatch(/^2个单位连续2期未报/);
  });

  it.each([{ texts: { nowhere: '字' } }, { texts: { title: ' ' } }])('are refused when they cannot be: %j', (edits) => {
    expect(() => applyEdits(model, edits)).toThrow(/可编辑|不得为空/);
  });
});
