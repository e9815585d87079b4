import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeDocx } from '../../../bulletin/docx/compose-docx.js';
import { readWord, wordEdits } from '../../../bulletin/docx/read-edits.js';
import { wordOrigin } from '../../../bulletin/docx/word-properties.js';
import type { BulletinModel } from '../../../domain/roll-up/bulletin-model.js';
import { applyEdits, editableTexts } from '../../../domain/roll-up/edits.js';
import { isTraced, plain } from '../../../domain/roll-up/prose.js';
import { inParagraph, paragraph, rewritten, withBody } from '../../documents/rewritten.js';
import { sampleModel } from '../sample.js';

const model = sampleModel();
const texts = editableTexts(model);
let file: Buffer;
beforeAll(async () => {
  file = await composeDocx(model, { campaign: 'demo', version: 2, draft: true });
});

const read = (bytes: Buffer) => wordEdits(model, readWord(bytes));
const after = (change: (xml: string) => string) => read(withBody(file, change));
const inText = (id: string, change: (xml: string) => string) => (xml: string) =>
  inParagraph(xml, `sy_${id.replaceAll('-', '_')}`, change);
const replaced = (id: string, from: string, to: string) =>
  inText(id, (xml) => {
    expect(xml).toContain(from);
    return xml.replace(from, to);
  });
const beforeEnd = (xml: string, added: string) => {
  const end = xml.lastIndexOf('<w:sectPr');
  return xml.slice(0, end) + added + xml.slice(end);
};
const told = (findings: readonly { kind: string; text: string }[], kind: string) =>
  findings.filter((finding) => finding.kind === kind).map(({ text }) => text);
const traces = (edited: BulletinModel) =>
  [edited.summary, ...edited.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph'))]
    .flatMap(({ spans }) => spans)
    .filter(isTraced);

/** Words in runs of their own, as Word leaves them behind: revision ids, spelling marks, smart tags. */
const asWordSplits = (xml: string): string =>
  xml
    .replaceAll('<w:p>', '<w:p w:rsidR="00A77B3E" w14:paraId="1A2B3C4D" w:rsidRDefault="00A77B3E">')
    .replaceAll(
      /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]{4,})<\/w:t><\/w:r>/g,
      (_, look = '', words: string) => {
        const cut = Math.floor(words.length / 2);
        const run = (text: string) => `<w:r w:rsidRPr="00B1">${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
        return `${run(words.slice(0, cut))}<w:proofErr w:type="spellStart"/><w:smartTag w:uri="x" w:element="y">${run(words.slice(cut, cut + 1))}</w:smartTag><w:proofErr w:type="spellEnd"/>${run(words.slice(cut + 1))}`;
      },
    );

describe('a document that comes back', () => {
  it('unchanged is no edit', () => {
    expect(read(file)).toEqual({ texts: {}, findings: [] });
  });

  it('says which version it shows', () => {
    expect(wordOrigin(readWord(file).properties)).toEqual({ campaign: 'demo', round: '2026-5', version: 2 });
  });

  it('saved by Word, its runs split, is no edit', () => {
    expect(after(asWordSplits)).toEqual({ texts: {}, findings: [] });
  });

  it('saved by WPS, without our bookmarks, is no edit', () => {
    const bare = (xml: string) => xml.replaceAll(/<w:bookmark(Start|End)[^>]*\/>/g, '');
    expect(after(bare)).toEqual({ texts: {}, findings: [] });
  });

  it('wrapped in content controls is no edit', () => {
    const wrapped = inText(
      'next-1',
      (xml) => `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
    );
    expect(after(wrapped)).toEqual({ texts: {}, findings: [] });
  });
});

describe('a changed text', () => {
  it('is the only one, and keeps the traces it did not touch', () => {
    const edits = after((xml) => asWordSplits(replaced('overall-arrivals', '与上期持平', '与上一期持平')(xml)));
    expect(Object.keys(edits.texts)).toEqual(['overall-arrivals']);
    expect(edits.texts['overall-arrivals']).toBe(texts['overall-arrivals']?.replace('与上期持平', '与上一期持平'));
    expect(told(edits.findings, 'figure')).toEqual([]);
    expect(told(edits.findings, 'change')).toEqual(['“一、总体情况”第1段改动']);
    expect(traces(applyEdits(model, edits))).toEqual(traces(model));
  });

  it('changed at both ends keeps the traces between', () => {
    const edits = after((xml) =>
      replaced(
        'overall-arrivals',
        '与上期持平',
        '同上期',
      )(replaced('overall-arrivals', '35个单位', '全省35个单位')(xml)),
    );
    expect(traces(applyEdits(model, edits)).length).toBe(traces(model).length);
  });

  it('keeps its lead out of the text', () => {
    const edits = after(replaced('area-1-1', '62项任务完成21项', '全部62项任务已完成21项'));
    expect(edits.texts['area-1-1']).toMatch(/^全部62项任务已完成21项/);
    expect(told(edits.findings, 'fixed')).toEqual([]);
  });

  it('without its bookmark is known by its likeness', () => {
    const edits = after((xml) =>
      replaced(
        'next-2',
        '完成剩余批次',
        '全面完成余下批次',
      )(xml).replace(/<w:bookmarkStart w:name="sy_next_2"[^>]*\/>/, ''),
    );
    expect(Object.keys(edits.texts)).toEqual(['next-2']);
    expect(edits.texts['next-2']).toContain('全面完成余下批次');
  });
});

describe('a changed figure', () => {
  it('is told with what it came from', () => {
    const edits = after(replaced('overall-arrivals', '92', '93'));
    const [sentence] = told(edits.findings, 'figure');
    expect(sentence).toMatch(/^“一、总体情况”第1段的 92 改成了 93：与报送数据不符（任务1 第1版/);
    const kept = traces(applyEdits(model, edits));
    expect(kept.length).toBe(traces(model).length - 1);
  });

  it('is never taken for a part of another', () => {
    const edits = after(replaced('overall-arrivals', '92', '920'));
    expect(told(edits.findings, 'figure')).toEqual([expect.stringContaining('的 92 改成了 920')]);
  });

  it('that no answer knows is told, too', () => {
    const edits = after(replaced('overall-arrivals', '与上期持平。', '与上期持平，另有4项已约谈。'));
    expect(told(edits.findings, 'figure')).toEqual(['“一、总体情况”第1段新写了 4：没有报送数据可以对照']);
  });
});

describe('paragraphs', () => {
  it('that were deleted are removed, and the others count on', () => {
    const edits = after(inText('next-2', () => ''));
    expect(edits.texts).toEqual({ 'next-2': '' });
    const { sections } = applyEdits(model, edits);
    const leads = sections.find(({ id }) => id === 'next')?.blocks.map((block) => ('lead' in block ? block.lead : ''));
    expect(leads).toEqual(['1．', '2．']);
  });

  it('whose numbers the editor put right are no edit', () => {
    const edits = after((xml) => replaced('next-3', '3．', '2．')(inText('next-2', () => '')(xml)));
    expect(edits.texts).toEqual({ 'next-2': '' });
    expect(told(edits.findings, 'fixed')).toEqual([]);
  });

  it('that were added follow the one before them', () => {
    const edits = after(inText('next-3', (xml) => xml + paragraph('请各牵头单位抓紧落实。')));
    expect(edits.texts).toEqual({ 'next-3': `${texts['next-3']}\n请各牵头单位抓紧落实。` });
    const edited = applyEdits(model, edits);
    const next = edited.sections.find(({ id }) => id === 'next')?.blocks ?? [];
    expect(next.map(({ id }) => id)).toEqual(['next-1', 'next-2', 'next-3', 'next-3/2']);
    expect(editableTexts(edited)['next-3/2']).toBe('请各牵头单位抓紧落实。');
    expect(traces(edited)).toEqual(traces(model));
  });

  it('that were added come back as they went', async () => {
    const edited = applyEdits(model, { texts: { 'next-3': `${texts['next-3']}\n请抓紧落实。` } });
    const again = await composeDocx(edited, { campaign: 'demo', version: 3 });
    expect(wordEdits(edited, readWord(again))).toEqual({ texts: {}, findings: [] });
  });

  it('cut in two keep the traces of both halves', () => {
    const cut = inText('overall-progress', (xml) =>
      xml.replace('。长期', '。</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">长期'),
    );
    const edits = after(cut);
    expect(edits.texts['overall-progress']).toBe(texts['overall-progress']?.replace('。长期', '。\n长期'));
    expect(told(edits.findings, 'figure')).toEqual([]);
    expect(traces(applyEdits(model, edits))).toEqual(traces(model));
  });

  it('in another place are told', () => {
    const swap = (xml: string) => {
      let moved = '';
      const without = inText('next-1', (found) => ((moved = found), ''))(xml);
      return inText('next-3', (found) => found + moved)(without);
    };
    expect(told(after(swap).findings, 'fixed')).toEqual(['“八、下步工作”第1段换了位置']);
  });
});

describe('what cannot be changed in Word', () => {
  it.each([
    [
      'a figure of a table',
      (xml: string) => xml.replace('46557/58561批次', '46558/58561批次'),
      /^附表“22 食品安全监督抽检”的“累计\/目标”由“46557\/58561批次”改成了“46558\/58561批次”$/,
    ],
    [
      'a row of a table',
      (xml: string) => xml.replace(/<w:tr>(?:(?!<\/w:tr>).)*社会公用计量(?:(?!<\/w:tr>).)*<\/w:tr>/s, ''),
      /一行被删去/,
    ],
    ['a heading', (xml: string) => xml.replace('三、滞后和未启动任务', '三、后进任务'), /的标题改成了“三、后进任务”/],
    ['the masthead', (xml: string) => xml.replace('>质量提升行动简报<', '>质量简报<'), /^刊头改成了“质量简报”/],
    [
      'a table that was added',
      (xml: string) => beforeEnd(xml, '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'),
      /新增了一个表格（甲）/,
    ],
    [
      'words after the colophon',
      (xml: string) => inParagraph(xml, 'syf_to_3', (found) => found + paragraph('另发各县。')),
      /“另发各县。”加在了不能加段落的地方/,
    ],
    ['a footnote', replaced('next-1', '</w:t>', '</w:t><w:footnoteReference w:id="2"/>'), /脚注/],
  ])('is told in a sentence: %s', (_, change, sentence) => {
    const { texts: changed, findings } = after(change);
    expect(told(findings, 'fixed')).toEqual([expect.stringMatching(sentence)]);
    expect(changed).toEqual({});
  });

  it('leaves the title where it was emptied', () => {
    const { texts: changed, findings } = after(inText('title', () => ''));
    expect(changed).toEqual({});
    expect(told(findings, 'fixed')).toEqual(['标题被删去，而它不得为空']);
  });
});

describe('tracked changes and comments', () => {
  const tracked = (xml: string) =>
    inText('overall-arrivals', (found) =>
      found.replace(
        '与上期持平',
        '</w:t></w:r><w:del w:id="90" w:author="王"><w:r><w:delText>与上期持平</w:delText></w:r></w:del><w:ins w:id="91" w:author="王"><w:r><w:t>与上期相同</w:t></w:r></w:ins><w:r><w:t>',
      ),
    )(xml);

  it('are taken as accepted, and counted', () => {
    const { texts: changed, findings } = after(tracked);
    expect(changed).toEqual({ 'overall-arrivals': texts['overall-arrivals']?.replace('持平', '相同') });
    expect(told(findings, 'note')).toEqual(['文件带有修订标记，按全部接受处理：新增 1 处，删除 1 处']);
  });

  it('that delete a paragraph’s mark join it with the next', () => {
    const joined = after(
      inText('next-2', (xml) => xml.replace('<w:pPr>', '<w:pPr><w:rPr><w:del w:id="9" w:author="王"/></w:rPr>')),
    );
    expect(joined.texts['next-2']).toContain(plain([texts['next-3'] ?? '']).slice(0, 8));
    expect(joined.texts['next-3']).toBe('');
  });

  it('comments are told with their place', () => {
    const commented = rewritten(file, (parts) => ({
      ...parts,
      'word/document.xml': inText('next-1', (xml) => xml.replace('<w:r>', '<w:commentRangeStart w:id="4"/><w:r>'))(
        parts['word/document.xml'] ?? '',
      ),
      'word/comments.xml':
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="4" w:author="李处"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>',
    }));
    expect(told(read(commented).findings, 'comment')).toEqual([
      expect.stringMatching(/^批注（李处）在“1．省农业农村厅.*…”处：请核$/),
    ]);
  });
});
