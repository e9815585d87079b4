import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeDocx } from '../../../bulletin/docx/compose-docx.js';
import { editableTexts } from '../../../domain/roll-up/edits.js';
import { rollUp } from '../../../domain/roll-up.js';
import { register, sampleInput, sampleModel } from '../sample.js';
import { all, textOf, unpacked } from '../../documents/unpacked.js';

const of = { campaign: 'demo', version: 2 };
const model = sampleModel();
let file: Buffer;
let parts: Readonly<Record<string, string>> = {};
const body = () => parts['word/document.xml'] ?? '';
const styles = () => parts['word/styles.xml'] ?? '';

beforeAll(async () => {
  file = await composeDocx(model, of);
  parts = unpacked(file);
});

describe('the bulletin as a Word document', () => {
  it('comes out as the same bytes each time', async () => {
    expect((await composeDocx(sampleModel(), of)).equals(file)).toBe(true);
  });

  it('names the fonts that offices have', () => {
    const fonts = all(styles() + body(), /w:eastAsia="([^"]+)"/g);
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(fonts).toContain(font);
    expect(styles()).toMatch(/<w:rFonts [^>]*w:ascii="Times New Roman"[^>]*w:eastAsia="仿宋_GB2312"/);
  });

  it('keeps the margins and the line of GB/T 9704', () => {
    const [upright] = all(body(), /<w:pgMar [^>]*>/g);
    expect(upright).toMatch(/w:top="2097"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1587"/);
    expect(styles()).toContain('<w:spacing w:after="0" w:before="0" w:line="579" w:lineRule="exact"/>');
  });

  it('numbers its pages between dashes, even ones on the left', () => {
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    expect(footers).toHaveLength(4);
    for (const [, xml] of footers) expect(xml).toMatch(/— <\/w:t>.*PAGE.* —<\/w:t>/s);
    expect(footers.map(([, xml]) => all(xml, /<w:jc w:val="(\w+)"/g)[0])).toEqual(['right', 'left', 'right', 'left']);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });

  it('lays the annex down and repeats the heads of tables', () => {
    expect(all(body(), /w:orient="(\w+)"/g)).toEqual(['portrait', 'landscape']);
    expect(all(body(), /<w:tblHeader\/>/g)).toHaveLength(4);
    expect(all(body(), /<w:tr>/g).length).toBe(all(body(), /<w:cantSplit\/>/g).length);
  });

  it('lists every task of the register', () => {
    const words = textOf(body());
    expect(register.tasks.filter(({ title }) => !words.includes(title))).toEqual([]);
  });

  it('bookmarks every text that may be edited, once', () => {
    const names = all(body(), /<w:bookmarkStart [^>]*w:name="([^"]+)"/g);
    const texts = Object.keys(editableTexts(model)).map((id) => `sy_${id.replaceAll('-', '_')}`);
    expect(names).toEqual(expect.arrayContaining(texts));
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 40 || !/^[A-Za-z]\w*$/.test(name))).toEqual([]);
    const ids = all(body(), /<w:bookmarkStart w:name="[^"]+" w:id="(\d+)"/g);
    expect(ids).toEqual(all(body(), /<w:bookmarkEnd w:id="(\d+)"/g));
  });

  it('says which version it is, and no time but its own date', () => {
    expect(all(parts['docProps/custom.xml'] ?? '', /<vt:lpwstr>([^<]*)/g)).toEqual(['demo', '2026-5', '2']);
    expect(all(parts['docProps/core.xml'] ?? '', /W3CDTF">([^<]*)/g)).toEqual(Array(2).fill('2026-10-28T00:00:00Z'));
  });

  it('says that it is a draft until it is approved', async () => {
    const draft = unpacked(await composeDocx(model, { ...of, draft: true }))['word/document.xml'] ?? '';
    expect(textOf(draft)).toContain('草稿第2版，未经签发');
    expect(textOf(body())).not.toContain('草稿');
  });

  it('prints what a party pasted as text, without what XML cannot hold', async () => {
    const input = sampleInput(5);
    const reports = input.reports.map((report) =>
      report.answer === undefined || report.task.number !== 3
        ? report
        : {
            ...report,
            answer: { ...report.answer, content: { ...report.answer.content, help: '<b>\u0002&协\uD800调' } },
          },
    );
    const xml = unpacked(await composeDocx(rollUp({ ...input, reports }), of))['word/document.xml'] ?? '';
    expect(textOf(xml)).toContain('<b>&协调');
    expect(xml.includes(String.fromCharCode(2))).toBe(false);
  });
});
