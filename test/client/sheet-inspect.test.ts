import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../config/settings.js';
import { projectRoot } from '../../config/project-root.js';
import { secret } from '../sheets/answer-sheet-sample.js';
import { run } from './run-client.js';

const filled = join(projectRoot(), 'test/sheets/filled/libreoffice.xlsx');
const inspect = async (file: string, signingSecret = secret.padEnd(32, '.'), language: 'zh' | 'en' = 'zh') => {
  const home = await mkdtemp(join(tmpdir(), 'sheet-'));
  const settings = () => ({ ...readSettings({ SHUANGYUE_HOME: home }, home), signingSecret });
  return run(['sheet', 'inspect', file, ...(language === 'en' ? [] : ['--json'])], { settings, language });
};

describe('sheet inspect', () => {
  it('lists what each row says and each bad cell', async () => {
    const { code, out } = await inspect(filled, secret);
    const said = JSON.parse(out) as object;
    expect(code).toBe(0);
    expect(said).toMatchObject({
      accepted: true,
      reason: null,
      answers: { campaign: 'demo', round: '2026-3', party: 'gxt' },
      sealed: true,
      rows: [
        { task: 3, row: 5, filled: true, content: { rating: 'onTrack' }, problems: [] },
        { task: 7, problems: [{ cell: 'I7', text: '填“约30”，请只填数字，例如 1210' }, { cell: 'Q7' }] },
        { task: 12, content: { completedOn: '2026-06-01' } },
      ],
    });
  });

  it('does not accept a seal of another office', async () => {
    const { code, out } = await inspect(filled, 'another secret');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ accepted: false, sealed: false, reason: expect.stringContaining('标识') });
  });

  it('says why a file is not read', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'sheet-')), '旧.xls');
    await writeFile(file, Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'));
    const { out } = await inspect(file);
    expect(JSON.parse(out)).toMatchObject({ accepted: false, rows: [], reason: expect.stringContaining('旧格式') });
    expect((await inspect(file, secret, 'en')).out).toMatch(/^Not read: an old workbook/);
  });

  it('tells of a file that is not there', async () => {
    const { code, err } = await inspect('/nowhere.xlsx');
    expect(code).toBe(1);
    expect(err).toContain('/nowhere.xlsx');
  });
});
