import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rawMail } from '../mail/raw-mail.js';
import { run } from './run-client.js';

let folder: string;
const plain = (subject: string) => rawMail(['From: z@gxt.example.cn', `Subject: ${subject}`], '任务17：序时推进');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
  await mkdir(join(folder, 'b'));
  await mkdir(join(folder, 'none'));
  await writeFile(join(folder, 'c.eml'), plain('c'));
  await writeFile(join(folder, 'b', 'a.EML'), Buffer.from([0xff, 0, 1]));
  await writeFile(join(folder, 'notes.txt'), 'no mail');
});
afterAll(() => rm(folder, { recursive: true }));

describe('mail inspect', () => {
  it('prints a JSON line for each mail, sorted', async () => {
    const { code, out } = await run(['mail', 'inspect', folder, '--json']);
    const lines = out.trim().split('\n').map((line) => JSON.parse(line) as { file: string; kind: string }); // prettier-ignore
    expect(code).toBe(0);
    expect(lines.map(({ file, kind }) => [file, kind])).toEqual([
      [join(folder, 'b', 'a.EML'), 'other'],
      [join(folder, 'c.eml'), 'answer'],
    ]);
  });

  it('tells one mail in words', async () => {
    const { code, out } = await run(['mail', 'inspect', join(folder, 'c.eml')]);
    expect(code).toBe(0);
    for (const text of ['判为：报送（有正文）', '来自：z@gxt.example.cn', '任务17：序时推进'])
      expect(out).toContain(text);
  });

  it.each(['no-such.eml', 'none'])('refuses %s in one sentence', async (name) => {
    const { code, err } = await run(['mail', 'inspect', join(folder, name)]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(name);
  });
});
