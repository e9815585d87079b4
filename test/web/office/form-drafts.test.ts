import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { campaign, type Office, openOffice, token } from './open-office.js';

const at = '2026-04-20T02:00:00.000Z';
let office: Office;
beforeAll(async () => {
  office = await openOffice({ led: [] });
});
afterAll(() => office.close());

async function saved(link = token('gxt')) {
  const opening = await office.answers.openForm(link);
  if (opening.kind !== 'form') throw new Error(`the link is ${opening.kind}: expected a form`);
  return opening.form.saved;
}

describe('a draft in the record', () => {
  it('is kept by party and round, the newest only', async () => {
    expect(await saved()).toBeNull();
    await office.answers.keepDraft(token('gxt'), { fields: { 't1.progress': '一' }, savedAt: at });
    await office.answers.keepDraft(token('gxt'), { fields: { 't1.progress': '二\u0000' }, savedAt: at });
    expect(await saved()).toEqual({ fields: { 't1.progress': '二\uFFFD' }, savedAt: at });
    expect(await saved(token('kjt'))).toBeNull();
  });

  it('is gone once nothing is left in it', async () => {
    await office.answers.keepDraft(token('gxt'), { fields: {}, savedAt: at });
    expect(await saved()).toBeNull();
  });

  it('is not taken from a link that we did not sign', async () => {
    const keeping = office.answers.keepDraft('forged', { fields: { 't1.progress': '一' }, savedAt: at });
    await expect(keeping).rejects.toThrow('不是由本系统发出');
  });

  it('has its files in the store', async () => {
    const upload = { task: 1, name: '报告.pdf', media: 'application/pdf', bytes: Buffer.from('%PDF-1.7') };
    const { hash, ...named } = await office.answers.keepFile(upload, at);
    expect(named).toEqual({ name: '报告.pdf', bytes: 8 });
    expect(Buffer.from(await office.files.get(hash)).toString()).toBe('%PDF-1.7');
    expect(await office.board.answerFile(campaign, hash)).toBeUndefined();
    const content = { figures: [], files: [{ hash, ...named }] };
    const submission = { token: token('gxt'), receivedAt: at, answers: [{ task: 1, answerId: 'with-file', content }] };
    await office.answers.submitAnswers(submission);
    expect((await office.board.answerFile(campaign, hash))?.toString()).toBe('%PDF-1.7');
  });
});
