import { writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { composeLetter, draftLetter } from '../../../mail/compose/compose-letter.js';
import { filledColumns, type Draft } from '../../../mail/compose/draft.js';
import type { CallsModel, EscalationModel, LetterModel } from '../../../mail/compose/letter-model.js';
import { setCallList } from '../../../mail/docx/call-list.js';
import { letterOfHtml } from '../../../mail/docx/letter-of-html.js';
import { pageCount } from '../../../mail/docx/page-count.js';
import { setDocx } from '../../../mail/docx/set-docx.js';
import { all, textOf, unpacked } from '../../documents/unpacked.js';
import { parties, samples, zone } from '../letter-samples.js';

const sample = (kind: string): LetterModel => samples(parties.peer)[kind] as LetterModel;
const body = (file: Uint8Array) => unpacked(file)['word/document.xml'] ?? '';
const escalation: EscalationModel = {
  ...(sample('escalation') as EscalationModel),
  documentNo: '辽质强办函〔2026〕3号',
  signedBy: '质强办值班员',
};

/** What a document shows of a letter. */
const shown = ({ title, documentNo, signedBy, salutation, date, sealed = false, blocks }: Draft) => ({
  title,
  documentNo,
  signedBy,
  salutation,
  date,
  sealed,
  blocks: blocks
    .filter(({ kind }) => kind !== 'link' && kind !== 'inset')
    .map((block) => {
      if (block.kind !== 'table') return block;
      const { columns, rows } = filledColumns(block);
      return { caption: block.caption, columns: columns.map(({ label }) => label), rows };
    }),
});

describe('a letter read from the mail that was kept', () => {
  it.each([
    'opening',
    'reminder',
    'overdue',
    'second-overdue',
    'settled',
    'unfounded',
    'receipt',
    'return',
    'handover',
    'report',
  ])('says what was sent: %s', (kind) => {
    const model = sample(kind);
    expect(shown(letterOfHtml(composeLetter(model, { zone }).html))).toEqual(shown(draftLetter(model, zone)));
  });

  it('says what was sent: a 督办函 with number and signer', () => {
    const read = shown(letterOfHtml(composeLetter(escalation, { zone }).html));
    expect(read).toEqual(shown(draftLetter(escalation, zone)));
    expect(read).toMatchObject({ documentNo: '辽质强办函〔2026〕3号', signedBy: '质强办值班员', sealed: true });
  });

  it('is refused where it is none of ours', () => {
    expect(() => letterOfHtml('<!doctype html><html><body><p>别处来的</p></body></html>')).toThrow('without its page');
  });
});

describe('a 督办函 as a document', () => {
  const draft = draftLetter(escalation, zone);
  const made = setDocx(draft, '2026-05-08');

  it('bears issuer, number, signer, addressee and signature', async () => {
    if (process.env['LOOK']) writeFileSync('/tmp/dx/letter.docx', await made);
    const words = textOf(body(await made));
    expect(words).toMatch(
      /^省质量强省工作领导小组办公室辽质强办函〔2026〕3号签发人：质强办值班员关于商请协调报送.*的函辽宁省工业和信息化厅：/,
    );
    expect(words.indexOf(draft.date ?? '')).toBeLessThan(words.indexOf('未报任务清单', words.indexOf('附件：') + 20));
  });

  it('begins its annexes on a page of their own', async () => {
    const xml = body(await made);
    expect(all(xml, /<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(all(xml, /<w:tblHeader\/>/g)).toHaveLength(2);
  });

  it('leaves out what only a mail needs', async () => {
    const words = textOf(body(await made));
    expect(words).toContain('（联系人：质强办值班员　024-12345678）');
    expect(words).not.toMatch(/本邮件|公文交换|回复时|http/);
  });

  it('is the same bytes each time', async () => {
    expect((await setDocx(draft, '2026-05-08')).equals(await made)).toBe(true);
  });

  it('takes about as many pages as it is printed on', () => {
    expect([2, 3]).toContain(pageCount(draft));
  });
});

describe('a call list as a document', () => {
  it('has a row a party with its numbers and room to write', async () => {
    const model = sample('calls') as CallsModel;
    const file = await setCallList(model, zone);
    if (process.env['LOOK']) writeFileSync('/tmp/dx/calls.docx', file);
    const xml = body(file);
    expect(all(xml, /<w:tr>/g)).toHaveLength(model.parties.length + 1);
    expect(all(xml, /w:orient="(\w+)"/g)).toEqual(['landscape']);
    expect(all(xml, /<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/g)).toEqual(model.parties.map(() => '1700'));
    for (const { party, posts, tasks } of model.parties) {
      expect(textOf(xml)).toContain(party.name);
      for (const { name } of posts) expect(textOf(xml)).toContain(name);
      for (const { title } of tasks) expect(textOf(xml)).toContain(title);
    }
    expect(all(textOf(xml), /□收到/g)).toHaveLength(model.parties.length);
  });
});
