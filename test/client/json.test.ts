import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

const sample = 'config/samples/liaoning-quality.yaml';
const by = ['--as', 'zqb1', '--json'];
const replies = {
  approve: { version: 3 },
  sign: 'sent',
  release: { answers: 1 },
  extend: { answerBy: '2026-04-30T09:00:00Z' },
  return: { until: '2026-05-01T09:00:00Z' },
};

/** Every command that shows or does something. */
const commands: readonly (readonly string[])[] = [
  ['register', 'check', sample, '--json'],
  ['plan', sample, '--year', '2026', '--json'],
  ['start', sample, '--year', '2026', '--yes', '--json'],
  ['status', '--json'],
  ['status', '--party', 'kjt', '--json'],
  ['task', '2', '--json'],
  ['history', '2', '--json'],
  ['letters', '--json'],
  ['letters', '41', '--json'],
  ['report', '--json'],
  ['contacts', '--json'],
  ['contacts', 'kjt', '--history', '--json'],
  ['contacts', 'check', '--json'],
  ['calls', '--json'],
  ['calls', 'log', 'kjt', '已催', ...by],
  ['mail', 'held', '--json'],
  ['mail', 'show', '3f9a', '--json'],
  ['mail', 'release', '3f9a', ...by],
  ['mail', 'refuse', '3f9a', ...by],
  ['bulletin', 'list', '--json'],
  ['bulletin', 'show', '--json'],
  ['bulletin', 'approve', ...by],
  ['bulletin', 'return', '--why', '重拟', ...by],
  ['sign', '41', ...by],
  ['answer', '2', '--by', '电话', '--unchanged', ...by],
  ['extend', '2', '--until', '4月30日', ...by],
  ['excuse', '2', ...by],
  ['return', '2', '--why', '缺佐证', ...by],
  ['accept', '2', ...by],
  ['reassign', '2', '--to', 'gxt', ...by],
  ['withdraw', '2', ...by],
  ['contact', 'kjt', 'head', '李四', 'li@ln.example', ...by],
  ['stop', 'kjt', '--until', '4月30日', ...by],
  ['pause', ...by],
  ['resume', ...by],
  ['open-round', ...by],
  ['close-round', ...by],
  ['close', '--yes', ...by],
];

describe('--json prints one document and nothing else', () => {
  it.each(commands.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    const { code, out, err } = await run(argv, { office: { replies }, watches: true });
    expect({ code, err: argv[0] === 'start' ? '' : err }).toEqual({ code: 0, err: '' });
    expect(typeof JSON.parse(out)).toBe('object');
  });
});
