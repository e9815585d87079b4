import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { projectRoot } from '../../../config/project-root.js';
import { readRegister } from '../../../config/register/read-register.js';
import { smallRegister } from './small-register.js';

const sample = readFileSync(join(projectRoot(), 'config/samples/liaoning-quality.yaml'), 'utf8');

const codesOf = (text: string): string[] => readRegister(text, 'r.yaml').problems.map(({ code }) => code);

const laughs = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${Array.from('bcdefghi')
  .map((letter, index) => `${letter}: &${letter} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
  .join('\n')}\n`;

const unknownNames = Array.from({ length: 100_000 }, (_, index) => `甲乙丙${index}`).join(', ');

describe('a hostile register', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    ['only comments', '# 台账\n', 'empty-file'],
    ['a list', '- a\n- b\n', 'wrong-type'],
    ['a sentence', '请看附件', 'wrong-type'],
    ['a list for a campaign', `campaign: []\n${smallRegister.slice(smallRegister.indexOf('parties:'))}`, 'wrong-type'],
    ['a sentence for tasks', `${smallRegister.slice(0, smallRegister.indexOf('tasks:'))}tasks: 见附件\n`, 'wrong-type'],
    ['aliases of aliases of aliases', laughs, 'alias-limit'],
    ['an alias of itself', `${smallRegister}extra: &a [*a]\n`, 'alias-limit'],
    ['brackets without end', '['.repeat(50_000), 'yaml-syntax'],
    ['lists in lists in lists', '- '.repeat(5_000), 'too-deep'],
    ['a value too deep', `${smallRegister}extra: ${'['.repeat(90)}${']'.repeat(90)}\n`, 'too-deep'],
    ['two hundred thousand aliases', `a: &a 1\nb: [${'*a,'.repeat(200_000)}]\n`, 'unknown-key'],
    ['a hundred thousand unknown names', smallRegister.replace('[kjt]', `[${unknownNames}]`), 'unknown-party'],
    [
      'a hundred thousand other names',
      smallRegister.replace('[省科学技术厅]', `[${unknownNames}]`).replace('lead: gxt', 'lead: 甲乙丙丁'),
      'unknown-party',
    ],
    ['quotes without end', '"'.repeat(100_000), 'yaml-syntax'],
    ['a tag', smallRegister.replace('title: 工地检查', 'title: !binary 工地检查'), 'yaml-syntax'],
    ['a file of two million characters and more', '#'.repeat(2_000_001), 'file-too-large'],
    ['a hundred thousand unknown keys', `${smallRegister}${'x1: 1\n'.repeat(100_000)}`, 'duplicate-key'],
    ['two hundred thousand tasks', `tasks:\n${'- 1\n'.repeat(200_000)}`, 'too-many-rows'],
    ['many thousand tasks', `tasks:\n${'- 1\n'.repeat(50_000)}`, 'too-many-rows'],
    ['a key that is a prototype', `${smallRegister}__proto__: { ok: 1 }\n`, 'unknown-key'],
    ['a key that is a list', `${smallRegister}? [a, b]\n: c\n`, 'unknown-key'],
  ])('%s is refused', (_name, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  it('thousands of problems are cut short', () => {
    const codes = codesOf(`tasks:\n${'- 1\n'.repeat(50_000)}`);
    expect(codes).toHaveLength(1001);
    expect(codes.at(-1)).toBe('too-many-problems');
  });

  it('YAML 1.1 does not turn words into values', () => {
    const { register } = readRegister(
      `%YAML 1.1\n---\n${smallRegister.replace('title: 工地检查', 'title: yes')}`,
      'r.yaml',
    );
    expect(register?.tasks[1]?.title).toBe('yes');
  });

  it('harmless aliases are read', () => {
    const text = smallRegister.replace('support: [kjt]', 'support: &all [kjt]').replace('lead: 省科学技术厅', 'lead: kjt\n    support: [gxt]'); // prettier-ignore
    expect(codesOf(text)).toEqual([]);
  });

  it('a byte order mark and Windows line ends change nothing', () => {
    const text = `\uFEFF${smallRegister.replaceAll('\n', '\r\n')}`;
    expect(readRegister(text, 'r.yaml').register).toEqual(readRegister(smallRegister, 'r.yaml').register);
  });
});

const fragments = ['\t', '\n', ' ', ':', '- ', '[', ']', '{', '}', '"', "'", '*a', '&a ', '!x ', '|', '>', '#', '%', '? ', '---\n', 'null', '1e999', '.nan', '<<: ', '台'] as const; // prettier-ignore

const mutated = fc
  .array(
    fc.record({
      at: fc.nat(smallRegister.length),
      cut: fc.nat(40),
      put: fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 6 })),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((edits) =>
    edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), smallRegister),
  );

describe('no register crashes the reader', () => {
  it('a mutated register is read or has problems, each at a line of the file', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { register, problems } = readRegister(text, 'r.yaml');
        expect(register === undefined).toBe(problems.length > 0);
        const lines = text.split('\n');
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readRegister(text, 'r.yaml').problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('any line removed from the sample leaves a reading', () => {
    const lines = sample.split('\n');
    for (let gone = 0; gone < lines.length; gone += 101) {
      const { register, problems } = readRegister(lines.toSpliced(gone, 1).join('\n'), 'r.yaml');
      expect(register === undefined).toBe(problems.length > 0);
    }
  });
});
