import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

const folder = () => mkdtempSync(join(tmpdir(), 'bulletin-'));

describe('a bulletin as a file', () => {
  it.each([
    ['简报.docx', 'PK\u0003\u0004 a document'],
    ['简报.html', '<h1>简报</h1><p>正文一</p>'],
  ])('is saved by the ending of its name: %s', async (name, content) => {
    const file = join(folder(), name);
    const { code, out } = await run(['bulletin', 'show', '--to', file]);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(content);
    expect(out).toContain(`2026-1期简报第2版已存为 ${file}`);
  });

  it('never overwrites what is there', async () => {
    const file = join(folder(), '简报.docx');
    writeFileSync(file, '改了一半');
    const { code, err } = await run(['bulletin', 'show', '--to', file]);
    expect(code).toBe(1);
    expect(err).toContain('已经存在');
    expect(readFileSync(file, 'utf8')).toBe('改了一半');
  });

  it.each(['简报.pdf', '简报'])('asks for an ending that it knows: %s', async (name) => {
    const { code, err } = await run(['bulletin', 'show', '--to', join(folder(), name)]);
    expect(code).toBe(1);
    expect(err).toContain('扩展名应为 .docx');
  });

  it('says where it could not be written', async () => {
    const { code, err } = await run(['bulletin', 'show', '--to', '/nowhere/at/all/简报.docx']);
    expect(code).toBe(1);
    expect(err).toContain('写不了');
  });
});
