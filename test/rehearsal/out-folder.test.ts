import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillFolder, refuseTakenFolder } from '../../bin/rehearsal/out-folder.js';
import { wordsIn } from '../../client/words.js';

const words = wordsIn('zh');
const summary = { path: 'summary.json', content: JSON.stringify({ what: 'shuangyue-rehearsal' }) };
let folder: string;

describe('the folder of a rehearsal', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuangyue-out-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made where there is none', async () => {
    const fresh = join(folder, 'a', 'b');
    await refuseTakenFolder(fresh, false, words);
    await fillFolder(fresh, [summary, { path: 'letters/x/y.eml', content: 'mail' }]);
    expect(existsSync(join(fresh, 'letters', 'x', 'y.eml'))).toBe(true);
  });

  it('is refused with files that are not ours', async () => {
    writeFileSync(join(folder, '年终总结.docx'), 'x');
    await expect(refuseTakenFolder(folder, true, words)).rejects.toMatchObject({
      name: 'Mistake',
      message: expect.stringContaining('年终总结.docx'),
    });
  });

  it('is refused with a summary that is not ours', async () => {
    writeFileSync(join(folder, 'summary.json'), '{}');
    await expect(refuseTakenFolder(folder, true, words)).rejects.toMatchObject({ name: 'Mistake' });
  });

  it('gives up an earlier rehearsal only by force', async () => {
    await fillFolder(folder, [summary, { path: 'letters/old.eml', content: 'mail' }]);
    await expect(refuseTakenFolder(folder, false, words)).rejects.toMatchObject({
      message: expect.stringContaining('--force'),
    });
    await refuseTakenFolder(folder, true, words);
    await fillFolder(folder, [summary]);
    expect(readdirSync(folder)).toEqual(['summary.json']);
  });

  it('is refused where it is a file', async () => {
    writeFileSync(join(folder, 'x'), '');
    await expect(refuseTakenFolder(join(folder, 'x'), false, words)).rejects.toMatchObject({ name: 'Mistake' });
  });
});
