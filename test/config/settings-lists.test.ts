import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../config/project-root.js';
import { readSettings } from '../../config/settings.js';
import { environmentSchema } from '../../config/settings-schema.js';
import { expectationWords } from '../../config/words/expectations.js';

const textOf = (file: string): string => readFileSync(join(projectRoot(), file), 'utf8');
const firstOf = (text: string, shape: RegExp): string[] => [...text.matchAll(shape)].map(([, name = '']) => name);

const known = Object.keys(environmentSchema.shape).toSorted();
/** What a settings file cannot say: where it lies itself, and what the system says. */
const outsideOfFile = ['LANG', 'SHUANGYUE_ENV', 'XDG_CACHE_HOME'];
const example = textOf('.env.example');
const inExample = [...example.matchAll(/^#([A-Z][A-Z_]*)=(.*)$/gm)].map(([, name = '', value = '']) => ({
  name,
  value,
}));

describe('the variables of the settings', () => {
  it('are all in .env.example, once', () => {
    const names = inExample.map(({ name }) => name);
    expect(names.toSorted()).toEqual(known.filter((name) => !outsideOfFile.includes(name)));
  });

  it('are all in the table of the operations manual, once', () => {
    const settings = textOf('docs/operations.md').split('## 设置')[1]?.split('\n## ')[0] ?? '';
    const names = firstOf(settings, /^\| ([^|]+)\|/gm).flatMap((cell) => firstOf(cell, /`([A-Z_]+)`/g));
    expect(names.toSorted()).toEqual(known);
  });

  it('all say what they expect', () => {
    expect(Object.keys(expectationWords.zh).toSorted()).toEqual(known.filter((name) => name !== 'LANG'));
  });

  it('have their defaults in .env.example', () => {
    const defaults = environmentSchema.parse({}) as Readonly<Record<string, unknown>>;
    const shown = Object.fromEntries(inExample.map(({ name, value }) => [name, value]));
    for (const [name, value] of Object.entries(defaults)) expect([name, shown[name]]).toEqual([name, String(value)]);
  });

  it('hold as .env.example gives them, uncommented', () => {
    const isFile = (name: string) => /^TEMPORAL_(CLI|TEST_SERVER)$|_FILE$|^DKIM_/.test(name);
    const given = inExample
      .filter(({ name }) => !isFile(name))
      .map(({ name, value }) => [name, value.replaceAll('"', '')]);
    expect(readSettings({ ...Object.fromEntries(given), MAIL_DOMAIN: 'ln.example' }, '/nowhere').warnings).toEqual([]);
  });
});

describe('.env.example', () => {
  it('explains every variable in Chinese and in English', () => {
    const blocks = example.split('\n\n').filter((block) => /^#[A-Z_]+=/m.test(block));
    for (const block of blocks) {
      expect(block).toMatch(/^# .*[\u4e00-\u9fff]/m);
      expect(block).toMatch(/^# [A-Z][\u0020-\u007e…<>]+$/m);
    }
  });
});
