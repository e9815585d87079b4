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

describe('a document handed back', () => {
  const by = ['--as', 'zqb1'];
  const document = () => {
    const file = join(folder(), '简报.docx');
    writeFileSync(file, 'PK');
    return file;
  };

  it('is stored, and the bulletin told its version', async () => {
    const findings = [{ kind: 'comment', text: '批注（李处）：请核' }] as const;
    const server = { inWord: { outcome: 'saved', version: 3, findings } } as const;
    const {
      code,
      out,
      office,
      server: asked,
    } = await run(['bulletin', 'edit', '--from', document(), ...by], { server });
    expect(code).toBe(0);
    expect(asked.posted).toEqual([
      {
        path: '/api/bulletins/2026-1/word-edits',
        body: { file: 'UEs=', by: 'zqb1', confirmFigures: false, leaveFixed: false },
      },
    ]);
    expect(office.ordered).toEqual([
      { to: 'small-2026/bulletin/2026-1', update: 'edit', said: { by: 'zqb1', version: 3 } },
    ]);
    expect(out).toContain('批注　批注（李处）：请核\n2026-1期简报已改为第3版');
  });

  it('with a doubtful figure is not taken before it is confirmed', async () => {
    const findings = [{ kind: 'figure', text: '第3段的 62 改成了 63：与报送数据不符' }] as const;
    const server = { inWord: { outcome: 'unconfirmed', findings } } as const;
    const { code, out, err, office } = await run(['bulletin', 'edit', '--from', document(), ...by], { server });
    expect(code).toBe(1);
    expect(out).toContain('62 改成了 63');
    expect(err).toContain('加 --confirm-figures 再执行一次');
    expect(office.ordered).toEqual([]);
  });

  it('says so where nothing was changed', async () => {
    const server = { inWord: { outcome: 'unchanged', findings: [] } } as const;
    const { code, out, office } = await run(['bulletin', 'edit', '--from', document(), ...by], { server });
    expect([code, out, office.ordered]).toEqual([0, '文字没有改动，没有形成新版。', []]);
  });

  it('carries what the coordinator agrees to', async () => {
    const agreed = ['--confirm-figures', '--leave-fixed'];
    const { server } = await run(['bulletin', 'edit', '--from', document(), ...agreed, ...by]);
    expect(server.posted[0]?.body).toMatchObject({ confirmFigures: true, leaveFixed: true });
  });
});
