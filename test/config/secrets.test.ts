import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepSecrets } from '../../config/secrets.js';

let home = '';
beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), 'secrets-')), 'home');
});
afterEach(() => rm(join(home, '..'), { recursive: true }));

const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

describe('secrets', () => {
  it('are made once and kept for their owner', async () => {
    const made = await keepSecrets({ home });
    expect(made.apiKey.length).toBeGreaterThanOrEqual(32);
    expect(made.signingSecret.length).toBeGreaterThanOrEqual(32);
    expect(await keepSecrets({ home })).toEqual(made);
    expect(await modeOf(join(home, 'secrets.json'))).toBe(0o600);
    expect(await readdir(home)).toEqual(['secrets.json']);
  });

  it('are the same for processes that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => keepSecrets({ home })));
    expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
    expect(await readdir(home)).toEqual(['secrets.json']);
  });

  it('that are set win over those that are kept', async () => {
    const kept = await keepSecrets({ home });
    const apiKey = 'the-office-sets-this';
    expect(await keepSecrets({ home, apiKey })).toEqual({ ...kept, apiKey });
  });

  it('that are all set touch no file', async () => {
    const secrets = { apiKey: 'a'.repeat(16), signingSecret: 's'.repeat(32) };
    expect(await keepSecrets({ home, ...secrets })).toEqual(secrets);
    await expect(stat(home)).rejects.toThrow('ENOENT');
  });

  it('are closed again to others', async () => {
    await keepSecrets({ home });
    await chmod(join(home, 'secrets.json'), 0o644);
    await keepSecrets({ home });
    expect(await modeOf(join(home, 'secrets.json'))).toBe(0o600);
  });

  it.each(['', '{', '{"apiKey":"short"}', '[]'])('in a broken file %j are refused and left alone', async (content) => {
    await keepSecrets({ home });
    await writeFile(join(home, 'secrets.json'), content);
    await expect(keepSecrets({ home })).rejects.toThrow('secrets.json');
    expect(await readFile(join(home, 'secrets.json'), 'utf8')).toBe(content);
  });
});
