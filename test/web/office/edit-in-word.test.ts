import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepFile } from '../../../record/files.js';
import { saveDraft } from '../../../record/bulletins.js';
import { sampleModel } from '../../bulletin/sample.js';
import { inParagraph, rewritten, withBody } from '../../documents/rewritten.js';
import { campaign, type Office, openOffice, round } from './open-office.js';

const at = '2026-05-11T02:00:00.000Z';
let office: Office;
let first: Buffer;

beforeAll(async () => {
  office = await openOffice();
  const html = await keepFile(office.db, office.files, { bytes: Buffer.from('<p>第一稿</p>'), media: 'text/html', at });
  await saveDraft(office.db, { campaign, round, issue: 2, model: { ...sampleModel(), round }, html, composedAt: at });
  first = (await office.board.bulletinDocx(campaign, round, 1)) ?? Buffer.alloc(0);
});
afterAll(() => office.close());

const edit = (file: Buffer, more: object = {}) =>
  office.orders.editInWord({ campaign, round, file: file.toString('base64'), by: 'zqb1', editedAt: at, ...more });
const saying = (file: Buffer, from: string, to: string) =>
  withBody(file, (xml) => inParagraph(xml, 'sy_overall_arrivals', (found) => found.replace(from, to)));

describe('a bulletin handed back in Word', () => {
  it('without a change stores nothing', async () => {
    expect(await edit(first)).toEqual({ outcome: 'unchanged', findings: [] });
    expect(await office.board.bulletins(campaign)).toHaveLength(1);
  });

  it('with another figure waits until that is confirmed', async () => {
    const reply = await edit(saying(first, '92', '93'));
    expect(reply).toMatchObject({ outcome: 'unconfirmed', findings: [{ kind: 'figure' }, { kind: 'change' }] });
    expect(await office.board.bulletins(campaign)).toHaveLength(1);
  });

  it('of another round is refused', async () => {
    const other = rewritten(first, (parts) => ({
      ...parts,
      'docProps/custom.xml': (parts['docProps/custom.xml'] ?? '').replace(round, '2026-6'),
    }));
    await expect(edit(other)).rejects.toMatchObject({ message: expect.stringContaining('2026-6 期的简报') });
  });

  it('that is no document is refused in a sentence', async () => {
    await expect(edit(Buffer.from('{}'))).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringContaining('不是 Word 文档'),
    });
  });

  it('with a figure that is meant is the next version, and the journal tells', async () => {
    const reply = await edit(saying(first, '92', '93'), { confirmFigures: true, why: '来电更正' });
    expect(reply).toMatchObject({ outcome: 'saved', version: 2 });
    expect((await office.board.bulletinTexts(campaign, round, 2))?.['overall-arrivals']).toContain('93项');
    const { detail } = await office.db
      .selectFrom('journal')
      .select('detail')
      .where('act', '=', 'save-bulletin')
      .executeTakeFirstOrThrow();
    expect(detail).toMatchObject({ version: 2, confirmed: [expect.stringContaining('的 92 改成了 93')] });
  });

  it('made on an older version is refused', async () => {
    await expect(edit(saying(first, '与上期持平', '同上期'))).rejects.toMatchObject({
      message: expect.stringContaining('现为第2版'),
    });
  });

  it('without its properties is held against the newest version', async () => {
    const second = (await office.board.bulletinDocx(campaign, round, 2)) ?? Buffer.alloc(0);
    const bare = rewritten(saying(second, '与上期持平', '同上期'), (parts) => ({
      ...parts,
      'docProps/custom.xml': undefined,
    }));
    const reply = await edit(bare);
    expect(reply).toMatchObject({ outcome: 'saved', version: 3 });
    expect(reply.findings).toContainEqual({ kind: 'note', text: expect.stringContaining('按第2版核对') });
  });
});
