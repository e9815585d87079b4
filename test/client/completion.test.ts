import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { run } from './run-client.js';

const complete = async (...words: readonly string[]) =>
  (await run(['complete-words', '--', ...words])).out.split('\n').filter((word) => word !== '');

describe('completion', () => {
  it.each([
    [['stat'], ['status']],
    [
      ['mail', 're'],
      ['release', 'refuse'],
    ],
    [
      ['calls', ''],
      ['list', 'log'],
    ],
    [['extend', '17', '--unt'], ['--until']],
    [
      ['sign', '41', '--as', ''],
      ['zqb1', 'zqb2'],
    ],
    [['status', '--party', 'k'], ['kjt']],
    [
      ['contact', ''],
      ['gxt', 'kjt'],
    ],
    [
      ['history', ''],
      ['1', '2'],
    ],
    [
      ['excuse', '1', ''],
      ['1', '2'],
    ],
    [['history', '2', '--round', '2026-5'], ['2026-5']],
    [['completion', 'z'], ['zsh']],
    [['sign', '41', '--why', ''], []],
  ])('of %j is %j', async (words, expected) => {
    expect((await complete(...words)).toSorted()).toEqual(expected.toSorted());
  });

  it('knows commands where no office can be reached, and says nothing of it', async () => {
    const { code, out, err } = await run(['complete-words', '--', 'sign', '--as', ''], { url: 'http://127.0.0.1:9' });
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
  });

  it('works in bash', async () => {
    const { out } = await run(['completion', 'bash']);
    const script = `shuangyue() { printf '%s\\n' "$@"; }
${out}
COMP_WORDS=(shuangyue mail rel); COMP_CWORD=2; _shuangyue; printf '%s|' "\${COMPREPLY[@]}"; complete -p shuangyue`;
    const said = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
    expect(said).toBe('complete-words|--|mail|rel|complete -o default -F _shuangyue shuangyue\n');
  });

  it('of another shell is refused', async () => {
    const { code, err } = await run(['completion', 'fish']);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('bash 或 zsh') });
  });
});
