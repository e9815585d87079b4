import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { composeLetter } from '../../../mail/compose/compose-letter.js';
import { buildMime } from '../../../mail/compose/mime.js';
import { keepFile } from '../../../record/files.js';
import { addLetters, lettersByKey } from '../../../record/letters.js';
import type { LetterKind } from '../../../record/schema.js';
import { textOf, unpacked } from '../../documents/unpacked.js';
import { parties, samples, zone } from '../../mail/letter-samples.js';
import { campaign, type Office, openOffice, round } from './open-office.js';

const at = '2026-05-08T01:30:00.000Z';
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const written = async (kind: LetterKind, body?: object): Promise<number> => {
  const key = `${campaign}/paper/${kind}/1`;
  const names = { key, messageId: `<${kind}@ln.example>`, token: `paper${kind}` };
  await addLetters(office.db, [
    { ...names, campaign, round, desk: 'kjt', kind, plannedAt: at, state: 'ready', ...(body && { body }) },
  ]);
  return (await lettersByKey(office.db, [key]))[0]?.id ?? 0;
};
const wordsOf = (file = '') => textOf(unpacked(Buffer.from(file, 'base64'))['word/document.xml'] ?? '');

describe('a letter as a Word document', () => {
  it('that went says what was sent', async () => {
    const id = await written('overdue');
    const model = samples(parties.peer)['overdue'];
    if (model === undefined) throw new Error('no sample of an overdue letter');
    const { raw } = await buildMime({
      letter: composeLetter(model, { zone }),
      from: { name: '质强办', address: 'office@ln.example' },
      to: ['kjt@ln.example'],
      messageId: '<overdue@ln.example>',
      date: at,
      envelopeFrom: 'bounce@ln.example',
    });
    const hash = await keepFile(office.db, office.files, { bytes: raw, media: 'message/rfc822', at });
    const sent = { raw: hash, state: 'sent', sent_at: at, subject: '逾期催办' } as const;
    await office.db.updateTable('letter').set(sent).where('id', '=', id).execute();
    const paper = await office.board.letterPaper(id);
    expect(paper).toMatchObject({
      id,
      kind: 'overdue',
      addressee: '省工业和信息化厅',
      title: '逾期催办',
      date: '2026-05-08',
    });
    expect(wordsOf(paper?.file)).toContain('省工业和信息化厅：');
  });

  it('that lists calls has room to note them', async () => {
    const id = await written('calls', samples(parties.peer)['calls']);
    expect(wordsOf((await office.board.letterPaper(id))?.file)).toContain('□收到');
  });

  it.each(['opening', 'bulletin'] as const)('that has no words of its own is refused: %s', async (kind) => {
    const id = await written(kind);
    await expect(office.board.letterPaper(id)).rejects.toMatchObject({ name: 'Refusal' });
  });

  it('that is not there is not found', async () => {
    expect(await office.board.letterPaper(999_999)).toBeUndefined();
  });
});
