import { describe, expect, it } from '@jest/globals';
import { addDemo } from '../../bin/demo.js';
import { addDoctor } from '../../bin/doctor/doctor.js';
import { addRehearse } from '../../bin/rehearse.js';
import { addUp } from '../../bin/up.js';
import { openClient } from '../../client/client-deps.js';
import { createClientProgram } from '../../client/program.js';
import { runProgram } from '../../client/run-program.js';
import { readSettings } from '../../config/settings.js';

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** One command line in English, from beginning to end. */
async function run(...argv: readonly string[]) {
  const lines: string[] = [];
  const say = (text: string) => void lines.push(text);
  const read = () => readSettings({ SHUANGYUE_LANG: 'en' }, '/nowhere');
  const deps = openClient(read, { print: say, warn: say, paint: (_, text) => text });
  const program = createClientProgram(deps);
  for (const add of [addUp, addDemo, addDoctor, addRehearse]) add(program, deps);
  const code = await runProgram(argv, deps, program);
  return { code, text: lines.join('\n') };
}

describe('in English', () => {
  it.each(['up', 'demo', 'doctor', 'rehearse'])('the help of %s leaks no Chinese', async (command) => {
    const { code, text } = await run(command, '--help');
    expect(code).toBe(0);
    expect(text).toContain(command);
    expect(text.split('\n').filter((line) => chinese.test(line))).toEqual([]);
  });

  it.each([
    ['demo', '--rounds', 'x'],
    [
      'rehearse',
      'config/samples/liaoning-quality.yaml',
      '--year',
      '2026',
      '--out',
      'x',
      '--all-silent',
      '--all-answer',
    ],
  ])('a mistake of %s is told so', async (...argv) => {
    const { code, text } = await run(...argv);
    expect(code).toBe(1);
    expect(text).toContain('--');
    expect(text).not.toMatch(chinese);
  });
});
