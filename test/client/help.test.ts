import { describe, expect, it } from '@jest/globals';
import { createClientProgram } from '../../client/program.js';
import { commandsOf } from '../../client/teach/teach.js';
import { wordsIn } from '../../client/words.js';
import { openClient } from '../../client/client-deps.js';
import { run } from './run-client.js';

const program = createClientProgram(openClient());
const paths = commandsOf(program).map(([path]) => path);
/** Not the coordinators' daily work: they explain themselves, or are not shown. */
const untaught = ['init', 'register', 'sheet', 'help', 'completion', 'complete-words'];
const taught = paths.filter((path) => !untaught.includes(path));

describe('help teaches', () => {
  it.each(['zh', 'en'] as const)('every command in %s', (language) => {
    const { lessons } = wordsIn(language).teach;
    expect(taught.filter((path) => lessons[path] === undefined)).toEqual([]);
    expect(Object.keys(lessons).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('by examples that are commands with options that exist', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const { examples } of Object.values(wordsIn(language).teach.lessons)) {
        for (const example of examples) {
          const named = commandsOf(program)
            .filter(([path]) => `${example} `.startsWith(`${path} `))
            .at(-1);
          expect({ example, named: named?.[0] }).not.toEqual({ example, named: undefined });
          const known = [...(named?.[1].options ?? []), ...(named?.[1].commands ?? []).flatMap(({ options }) => options)].map(({ long }) => long); // prettier-ignore
          for (const option of example.match(/--[a-z-]+/g) ?? []) expect({ example, known }).toEqual({ example, known: expect.arrayContaining([option]) }); // prettier-ignore
        }
      }
    }
  });

  it('and tells its version', async () => {
    const { code, out } = await run(['--version']);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\s*$/) });
  });

  it('with what happens then and which rule limits it', async () => {
    const { out } = await run(['sign', '--help']);
    for (const text of ['何时用：', '例：', 'shuangyue sign 41 --as zqb1', '之后：', '规则：', '两人各签']) expect(out).toContain(text); // prettier-ignore
  });

  it.each(['催办', '调度期', '报送', '待核', '开始', 'json', 'round'])('on the matter of %s', async (topic) => {
    const { code, out, err } = await run(['help', topic]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').length).toBeGreaterThan(2);
  });

  it('of a command below another', async () => {
    expect((await run(['help', 'mail', 'release'])).out).toContain('--party');
  });

  it('and asks what was meant', async () => {
    const { code, err } = await run(['help', 'statsu']);
    expect(code).toBe(1);
    expect(err).toContain('status');
  });
});

describe('English help', () => {
  it.each([[], ...taught.map((path) => path.split(' '))])('of %s leaks no Chinese', async (...argv) => {
    const { out } = await run([...argv.filter((word) => typeof word === 'string'), '--help'], { language: 'en' });
    expect(
      out
        .replace('（专报）', '')
        .replace('(专报)', '')
        .match(/[\u4e00-\u9fff].*/g),
    ).toBeNull();
  });
});

describe('both word lists', () => {
  it('have the same keys', () => {
    expect(keysOf(wordsIn('en'))).toEqual(keysOf(wordsIn('zh')));
  });
});

/** Titles, checks and step names are translated from Chinese, where there is something to translate; lessons and topics by their own names. */
function keysOf(words: object, before = ''): readonly string[] {
  return Object.entries(words)
    .flatMap(([key, value]: [string, unknown]) => {
      const path = `${before}${key}`;
      if (/^(help\.titles|names\.steps|running\.checks|teach\.topics)/.test(path)) return [];
      return typeof value === 'object' && value !== null ? keysOf(value, `${path}.`) : [path];
    })
    .toSorted();
}
