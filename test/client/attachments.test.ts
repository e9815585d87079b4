import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run-client.js';

const folder = () => join(mkdtempSync(join(tmpdir(), 'attachments-')), 'new');
const answer = {
  round: '2026-2',
  version: 2,
  channel: 'form',
  by: 'kjt:form',
  receivedAt: '2026-04-28T00:30:00Z',
  outcome: 'answered',
  content: { figures: [], files: [{ name: '../检查报告.pdf', hash: 'a'.repeat(64), bytes: 2000 }] },
  questions: [],
} as const;

describe('attachments of an answer', () => {
  it('are named with it', async () => {
    const { out } = await run(['task', '2'], { server: { answers: [answer] } });
    expect(out).toContain('附件：../检查报告.pdf（2 KB）');
  });

  it('are saved into a folder, and only there', async () => {
    const to = folder();
    const { code, out } = await run(['task', '2', '--files', to], { server: { answers: [answer] } });
    expect(code).toBe(0);
    expect(out).toContain('已存出1个附件');
    const [name = ''] = readdirSync(to);
    expect(name).toBe('2-v2-1-.._检查报告.pdf');
    expect(readFileSync(join(to, name), 'utf8')).toBe(`bytes of ${'a'.repeat(64)}`);
  });

  it('that are not there are said so', async () => {
    const { code, err } = await run(['task', '2', '--files', folder()]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('没有附件') });
  });
});
