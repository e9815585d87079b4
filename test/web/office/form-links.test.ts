import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { journalEntries } from '../../../record/board-entries.js';
import { campaign, type Office, openOffice, token } from './open-office.js';

const at = '2026-04-20T02:00:00.000Z';
let office: Office;
beforeAll(async () => {
  office = await openOffice({ led: [] });
});
afterAll(() => office.close());

const use = (address: string, act: 'open' | 'submit' = 'open') =>
  office.answers.noteUse(token('gxt'), { at, address, agent: 'Chrome/69', act });
const acts = async () => (await journalEntries(office.db, { campaign, limit: 100 })).map(({ act }) => act);

describe('the use of a link', () => {
  it('is counted by the place it comes from', async () => {
    await use('10.0.0.1');
    await use('10.0.0.1', 'submit');
    await use('10.0.0.2');
    const { uses, token: link } = await office.board.formLink(campaign, 'gxt');
    expect(link).toBe(token('gxt'));
    expect(uses.map(({ address, opened, submitted }) => [address, opened, submitted])).toEqual([
      ['10.0.0.1', 1, 1],
      ['10.0.0.2', 1, 0],
    ]);
    expect(await acts()).not.toContain('form-elsewhere');
  });

  it('is told once when another place hands in', async () => {
    await use('10.0.0.2', 'submit');
    await use('10.0.0.2', 'submit');
    expect((await acts()).filter((act) => act === 'form-elsewhere')).toHaveLength(1);
  });

  it('does not fill the record', async () => {
    for (let index = 0; index < 60; index += 1) await use(`10.9.0.${index}`);
    const { uses } = await office.board.formLink(campaign, 'gxt');
    expect(uses).toHaveLength(51);
    expect(uses.find(({ address }) => address === '*')?.opened).toBe(12);
  });
});

describe('a revoked link', () => {
  it('opens nothing any more, the new one does', async () => {
    const request = { campaign, party: 'kjt', by: 'zqb1', why: '误发外单位', at };
    const { token: fresh, version } = await office.orders.revokeLink(request);
    expect(version).toBe(2);
    expect(await office.answers.openForm(token('kjt'))).toMatchObject({ kind: 'revoked' });
    expect(await office.answers.openForm(fresh ?? '')).toMatchObject({ kind: 'form' });
    expect(await office.answers.openForm(token('gxt'))).toMatchObject({ kind: 'form' });
    const [entry] = await journalEntries(office.db, { campaign, limit: 1 });
    expect(entry).toMatchObject({ act: 'revoke-link', by: 'zqb1', party: 'kjt', why: '误发外单位' });
  });

  it('takes no draft either', async () => {
    const keeping = office.answers.keepDraft(token('kjt'), { fields: { 't1.progress': '一' }, savedAt: at });
    await expect(keeping).rejects.toThrow('没有登记');
  });

  it.each([
    ['a stranger', { by: 'zhang' }, 'zhang'],
    ['an unknown party', { party: 'nobody' }, 'nobody'],
  ])('is not asked for by %s', async (_what, wrong, named) => {
    const request = { campaign, party: 'gxt', by: 'zqb1', at, ...wrong };
    await expect(office.orders.revokeLink(request)).rejects.toThrow(named);
    expect(await office.answers.openForm(token('gxt'))).toMatchObject({ kind: 'form' });
  });
});
