import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appliedChange, contactChange } from './contact-change.js';
import { run } from './run-client.js';

const sample = 'config/samples/liaoning-quality.yaml';
const folder = mkdtempSync(join(tmpdir(), 'json-'));
const edits = join(folder, 'edits.json');
writeFileSync(edits, '{"title":"新题目"}');

const by = ['--as', 'zqb1', '--json'];
const replies = {
  approve: { version: 3 },
  sign: 'sent',
  release: { answers: 1 },
  extend: { answerBy: '2026-04-30T09:00:00Z' },
  return: { until: '2026-05-01T09:00:00Z' },
};

const changes = [contactChange, { ...appliedChange, id: 6 }];

/** Every command that shows or does something. */
const commands: readonly (readonly string[])[] = [
  ['register', 'check', sample, '--json'],
  ['register', 'export', sample, '--to', join(folder, 'register.xlsx'), '--json'],
  ['plan', sample, '--year', '2026', '--json'],
  ['start', sample, '--year', '2026', '--yes', '--json'],
  ['status', '--json'],
  ['status', '--party', 'kjt', '--json'],
  ['task', '2', '--json'],
  ['history', '2', '--json'],
  ['letters', '--json'],
  ['letters', '41', '--json'],
  ['letters', 'export', '--to', join(folder, 'letters'), '--json'],
  ['report', '--json'],
  ['contacts', '--json'],
  ['contacts', 'kjt', '--history', '--json'],
  ['contacts', 'check', '--json'],
  ['contacts', 'changes', '--json'],
  ['contacts', 'ask', 'kjt', ...by],
  ['contacts', 'approve', '5', ...by],
  ['contacts', 'refuse', '5', ...by],
  ['contacts', 'undo', '6', ...by],
  ['calls', '--json'],
  ['calls', 'log', 'kjt', '已催', ...by],
  ['mail', 'held', '--json'],
  ['mail', 'show', '3f9a', '--json'],
  ['mail', 'release', '3f9a', ...by],
  ['mail', 'refuse', '3f9a', ...by],
  ['bulletin', 'list', '--json'],
  ['bulletin', 'show', '--json'],
  ['bulletin', 'show', '--to', join(folder, 'bulletin.docx'), '--json'],
  ['bulletin', 'approve', ...by],
  ['bulletin', 'edit', '--from', edits, ...by],
  ['bulletin', 'return', '--why', '重拟', ...by],
  ['sign', '41', ...by],
  ['sign', '--all', ...by],
  ['answer', '2', '--by', '电话', '--unchanged', ...by],
  ['extend', '2', '--until', '4月30日', ...by],
  ['excuse', '2', ...by],
  ['return', '2', '--why', '缺佐证', ...by],
  ['accept', '2', ...by],
  ['reassign', '2', '--to', 'gxt', ...by],
  ['withdraw', '2', ...by],
  ['contact', 'kjt', 'head', '李四', 'li@ln.example', ...by],
  ['link', 'show', 'kjt', '--json'],
  ['link', 'revoke', 'kjt', ...by],
  ['stop', 'kjt', '--until', '4月30日', ...by],
  ['pause', ...by],
  ['resume', ...by],
  ['open-round', ...by],
  ['close-round', ...by],
  ['close', '--yes', ...by],
];

describe('--json prints one document and nothing else', () => {
  it.each(commands.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    const { code, out, err } = await run(argv, { office: { replies }, server: { changes }, watches: true });
    expect({ code, err: argv[0] === 'start' ? '' : err }).toEqual({ code: 0, err: '' });
    expect(typeof JSON.parse(out)).toBe('object');
  });
});
