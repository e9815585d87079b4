import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideBulletin, listBulletins, publishBulletin, readBulletin, saveDraft } from '../../record/bulletins.js';
import { keepFile } from '../../record/files.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';

let record: TestRecord;
const at = '2026-03-10T02:00:00.000Z';
const key = { campaign: 'demo', round: '2026-1' };

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

async function draft(campaign: string, page: string, composedAt = at): Promise<number> {
  const bytes = new TextEncoder().encode(page);
  const html = await keepFile(record.db, record.files, { bytes, media: 'text/html', at });
  return saveDraft(record.db, { campaign, round: '2026-1', issue: 1, model: { page }, html, composedAt });
}

describe('a bulletin', () => {
  it('goes from draft over approved to published, each step once or twice', async () => {
    const version = await draft('demo', 'first');
    const approve = { ...key, version, decision: 'approved', by: 'zqb1', at } as const;
    await expect(publishBulletin(record.db, { ...key, version, at })).rejects.toThrow('尚未审定');
    await decideBulletin(record.db, approve);
    await decideBulletin(record.db, approve);
    await publishBulletin(record.db, { ...key, version, at: '2026-03-10T03:00:00.000Z' });
    await publishBulletin(record.db, { ...key, version, at: '2026-03-10T04:00:00.000Z' });
    expect(await readBulletin(record.db, key)).toMatchObject({
      version: 1,
      state: 'published',
      decidedBy: 'zqb1',
      publishedAt: '2026-03-10T03:00:00.000Z',
      model: { page: 'first' },
    });
    await expect(decideBulletin(record.db, approve)).rejects.toThrow('不是待审的草稿');
  });

  it('is corrected by a new version', async () => {
    expect(await draft('corrected', 'first')).toBe(1);
    expect(await draft('corrected', 'first')).toBe(1);
    expect(await draft('corrected', 'second')).toBe(2);
    expect((await listBulletins(record.db, 'corrected')).map(({ version }) => version)).toEqual([2, 1]);
    const first = await readBulletin(record.db, { campaign: 'corrected', round: '2026-1', version: 1 });
    expect(first?.model).toEqual({ page: 'first' });
  });
});
